import Canvas
import Query
import Records

/// The overlay in which a judgement is put together, and shown before it is written.
enum JudgementView {
  /// The columns of the questions' names.
  private static let labelWidth = 11

  static func draw(_ form: JudgementForm, _ library: Library, on canvas: inout Canvas) {
    let body = Screen.body(canvas.size)
    let size = Size(width: min(body.width, 76), height: min(body.height, 18))
    let frame = Rect(
      x: body.x + (body.width - size.width) / 2, y: body.y + (body.height - size.height) / 3,
      width: size.width, height: size.height)
    canvas.fill(frame)
    let number = library.catalogue.recommendation(form.recommendation).map { item in
      "\(library.catalogue.number(item)) \(item.title)"
    }
    let title = "What became of \(number ?? form.recommendation)"
    let inside = PanelFrame(title: title).draw(on: &canvas, in: frame, library.glyphs)
    guard inside.height > 1 else { return }
    if let field = form.field {
      drawQuestion(field, form, library, on: &canvas, in: inside)
    } else {
      drawWhole(form, library, on: &canvas, in: inside)
    }
  }

  /// The answers so far, as many as there is room for, the question, and what can be chosen.
  private static func drawQuestion(
    _ field: JudgementForm.Field, _ form: JudgementForm, _ library: Library,
    on canvas: inout Canvas, in inside: Rect
  ) {
    var answered = form.fields.prefix { $0 != field }.filter { !form.answer($0).isEmpty }
    if field == .sources, !form.answer(.sources).isEmpty { answered.append(.sources) }
    let shown = answered.suffix(max(0, inside.height - 5))
    for (row, field) in shown.enumerated() {
      put(field.title, .faint, on: &canvas, in: inside, row: row)
      let text = TextLayout.truncate(told(field, form, library), to: inside.width - labelWidth)
      canvas.put(text, at: inside.x + labelWidth, inside.y + row)
    }
    let row = shown.count
    put(field.title, Style(.key, .bold), on: &canvas, in: inside, row: row)
    InputView.draw(
      form.choice.line, at: inside.x + labelWidth, inside.y + row,
      width: inside.width - labelWidth, on: &canvas)
    let choices = form.choices(in: library.dossier)
    let room = max(0, inside.height - row - 2)
    guard !choices.isEmpty else {
      let lines = TextLayout.wrap(field.help, to: inside.width - labelWidth)
      for (line, text) in lines.prefix(room).enumerated() {
        canvas.put(text, at: inside.x + labelWidth, inside.y + row + 2 + line, .faint)
      }
      return
    }
    let scroll = max(0, form.choice.selection - room + 1)
    for (line, choice) in choices.dropFirst(scroll).prefix(room).enumerated() {
      let y = inside.y + row + 2 + line
      let isSelected = line + scroll == form.choice.selection
      if isSelected {
        canvas.set(inside.x + labelWidth - 2, y, library.glyphs.marker, Style(.heading, .bold))
      }
      let sign = AssessmentStatus(rawValue: choice.value).map { library.glyphs.sign($0) + " " }
      let title = (field == .status ? sign ?? "" : "") + choice.title
      canvas.put(
        TextLayout.truncate(title, to: inside.width - labelWidth),
        at: inside.x + labelWidth, y, isSelected ? Style(.text, .bold) : .text)
    }
  }

  /// The whole judgement as readers will see it.
  private static func drawWhole(
    _ form: JudgementForm, _ library: Library, on canvas: inout Canvas, in inside: Rect
  ) {
    var row = 0
    for field in form.fields where !form.answer(field).isEmpty {
      let lines = TextLayout.wrap(told(field, form, library), to: inside.width - labelWidth)
      guard row + lines.count <= inside.height else { break }
      put(field.title, .faint, on: &canvas, in: inside, row: row)
      for line in lines {
        canvas.put(line, at: inside.x + labelWidth, inside.y + row)
        row += 1
      }
    }
  }

  private static func put(
    _ label: String, _ style: Style, on canvas: inout Canvas, in inside: Rect, row: Int
  ) {
    canvas.put(
      TextLayout.truncate(label, to: labelWidth - 1), at: inside.x, inside.y + row, style)
  }

  /// An answer as readers see it.
  private static func told(
    _ field: JudgementForm.Field, _ form: JudgementForm, _ library: Library
  ) -> String {
    let answer = form.answer(field)
    switch field {
    case .status:
      return AssessmentStatus(rawValue: answer).map { "\(library.glyphs.sign($0)) \($0.title)" }
        ?? answer
    case .assessor: return library.dossier.followUp.assessor(answer)
    case .sources: return answer.split(separator: ";").joined(separator: "; ")
    case .extent, .date, .since, .evidence, .note: return answer
    }
  }
}
