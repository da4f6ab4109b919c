/// What a controller tells the host, each on one line.
enum ControlRequest: Equatable {
  /// The first line: `dossier-control`, version and seat; without a seat it is a console.
  case hello(version: Int, ControlSeat = .console)
  /// A new state, based on the one of revision `base`.
  case put(base: Int, SharedState)
  /// The briefing is over.
  case end

  /// Reads a line without its end; nil if it is not a request.
  init?(_ line: ArraySlice<UInt8>) {
    let fields = WireText.fields(line)
    switch (WireText.word(fields.first), fields.count) {
    case ("dossier-control", 2):
      guard let version = WireText.number(fields[1]) else { return nil }
      self = .hello(version: version)
    case ("dossier-control", 3):
      guard let version = WireText.number(fields[1]),
        let seat = ControlSeat(rawValue: WireText.word(fields[2]))
      else { return nil }
      self = .hello(version: version, seat)
    case ("put", 4...5):
      guard let base = WireText.number(fields[1]), let state = SharedState(fields[2...]) else {
        return nil
      }
      self = .put(base: base, state)
    case ("end", 1): self = .end
    default: return nil
    }
  }

  /// The line with its end.
  var line: [UInt8] {
    switch self {
    case .hello(let version, let seat):
      WireText.line([
        WireText.field("dossier-control"), WireText.field(version), WireText.field(seat.rawValue),
      ])
    case .put(let base, let state):
      WireText.line([WireText.field("put"), WireText.field(base)] + state.fields)
    case .end: WireText.line([WireText.field("end")])
    }
  }
}
