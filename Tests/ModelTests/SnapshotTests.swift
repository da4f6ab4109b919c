import BuiltIn
import Model
import TestSupport
import Testing

/// A snapshot gives back what was read, and refuses what no writer wrote.
@Suite struct SnapshotTests {
  private func read(_ bytes: [UInt8]) throws -> Dossier {
    try bytes.withUnsafeBufferPointer { try Snapshot.dossier(from: $0) }
  }

  @Test(arguments: [true, false])
  func givesBackWhatWasRead(isSmall: Bool) throws {
    let dossier =
      isSmall
      ? DossierReader.read(MemoryFolder.small).dossier
      : DossierReader.read(DiskFolder(Files.builtInDossier)).dossier
    let bytes = Snapshot.bytes(of: dossier)
    let copy = try read(bytes)
    #expect(copy.json() == dossier.json())
    // JSON rounds values and leaves out what is for the program alone.
    #expect(Snapshot.bytes(of: copy) == bytes)
  }

  @Test func theEmbeddedSnapshotIsOfTheFolderAsItIs() {
    let folder = DossierReader.check(DiskFolder(Files.builtInDossier))
    let builtIn = BuiltInDossier.reading()
    #expect(folder.diagnostics == [])
    #expect(builtIn.diagnostics == [])
    #expect(builtIn.dossier.json() == folder.dossier.json())
    #expect(Snapshot.bytes(of: builtIn.dossier) == Snapshot.bytes(of: folder.dossier))
  }

  @Test func everyKindOfProse() throws {
    var dossier = Dossier()
    let link = Span("a", [.strong, .code], target: .address("https://example.org"))
    let record = Span("é…漢", .stressed, target: .record(Reference(.note, "x-1")))
    dossier.about = [
      .paragraph([link, record]),
      .list(start: nil, items: [[.quote([.code(["a", "", "b"])])], []]),
      .list(start: -3, items: []), .table(header: [[link], []], rows: [[[record]], []]),
    ]
    #expect(try read(Snapshot.bytes(of: dossier)).about == dossier.about)
  }

  @Test func everyKindOfPeriodAndLocator() throws {
    var dossier = Dossier()
    let early = Period.Point(year: -9999, month: 1, day: 31)
    let late = Period.Point(year: 9999, month: 12, day: 1)
    let kinds: [Period.Kind] = [.year, .fiscalYear, .month, .day]
    let locators = [
      Locator(lines: 1...1), Locator(lines: 70...4096, page: 0, words: "\u{0}\"\\"),
    ]
    for kind in kinds {
      for period in [Period(kind: kind, first: late), Period(kind: kind, first: early, last: late)]
      {
        dossier.events.append(Event(id: "a", date: period, title: "b", locators: locators))
      }
    }
    #expect(try read(Snapshot.bytes(of: dossier)).events == dossier.events)
  }

  @Test func numbersComeBackToTheLastBit() throws {
    var values: [Double] = [
      0, -0.0, 1, -1, 0.1, 10.5, 12.345678901, 1e9, 1e15, 0x1p53, 1e22, 1e300, 1e-300, .pi,
      .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
    ]
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix(state: seed)
    for _ in 0..<2000 {
      values.append(Double(bitPattern: .random(in: .min ... .max, using: &random)))
      values.append((Double.random(in: -1e6...1e6, using: &random) * 100).rounded() / 100)
    }
    var dossier = Dossier()
    dossier.indicators = [
      Indicator(
        id: "a", title: "b", unit: "c",
        series: [Series(observations: values.map { Observation(value: $0, decimals: 255) })])
    ]
    let read = try read(Snapshot.bytes(of: dossier)).indicators[0].series[0].observations
    #expect(read.map { $0.value?.bitPattern } == values.map(\.bitPattern), "seed \(seed)")
    #expect(read.allSatisfy { $0.decimals == 255 })
  }

  @Test func isTextThatASourceCanHold() {
    let bytes = Snapshot.bytes(of: BuiltInDossier.reading().dossier)
    #expect(String(validating: bytes, as: UTF8.self) != nil)
    #expect(bytes.count < 400_000)
  }

  @Test func everyTruncationIsRefused() {
    let bytes = Snapshot.bytes(of: DossierReader.read(MemoryFolder.small).dossier)
    for count in bytes.indices {
      #expect(throws: SnapshotFault.self) { try read(Array(bytes[..<count])) }
    }
    #expect(throws: SnapshotFault.truncated) { try read(bytes + [0]) }
  }

  @Test func whatIsForeignIsRefused() {
    var bytes = Snapshot.bytes(of: Dossier())
    #expect(throws: SnapshotFault.foreign) { try read([]) }
    #expect(throws: SnapshotFault.foreign) { try read(Array("---\ntitle: x\n---\n".utf8)) }
    bytes[2] += 1
    #expect(throws: SnapshotFault.foreign) { try read(bytes) }
  }

  @Test func deepNestingIsRefused() {
    var dossier = Dossier()
    var block = Block.paragraph([])
    for _ in 0..<1000 { block = .quote([block]) }
    dossier.about = [block]
    #expect(throws: SnapshotFault.damaged) { try read(Snapshot.bytes(of: dossier)) }
  }

  /// Damaged numbers in place of counts, lengths and cases must be errors, never traps.
  @Test(arguments: [true, false])
  func damageNeverTraps(isSmall: Bool) {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix(state: seed)
    let dossier =
      isSmall
      ? DossierReader.read(MemoryFolder.small).dossier : BuiltInDossier.reading().dossier
    let bytes = Snapshot.bytes(of: dossier)
    let start = ContinuousClock.now
    for _ in 0..<(isSmall ? 5000 : 40) {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: damaged.indices, using: &random)
        let isFlip = Bool.random(using: &random)
        if isFlip {
          damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        } else {
          damaged[place] = UInt8.random(in: 0...255, using: &random)
        }
      }
      // What can still be read must also be a dossier that can be used.
      if let read = try? read(damaged) {
        if isSmall { _ = Catalogue(read).references.count + read.json().utf8.count }
      }
    }
    #expect(start.duration(to: .now) < .seconds(60), "seed \(seed)")
  }
}
