/// Which chapter has which notes.
struct NoteShare {
  /// The notes of each chapter: number and text.
  private(set) var chapters: [[(number: Int, text: String)]]

  private struct Run {
    var home: Int
    var heading = ""
    var notes: [(number: Int, text: String)] = []
  }

  /// Shares out the notes of a report.
  ///
  /// Notes that count through go to the chapters that mark them. Where the numbers start again, each
  /// run belongs to the chapter that it stands in or, in a list of notes, to the one that its heading
  /// names, otherwise to the next one.
  init(_ outline: Outline) {
    chapters = outline.chapters.map { _ in [] }
    let runs = Self.runs(outline)
    let marks = outline.chapters.map { chapter in
      Set(chapter.blocks.filter { !Self.isNote($0) }.flatMap { MarkdownText.marks($0.text) })
    }
    guard !chapters.isEmpty else { return }
    if runs.count == 1 {
      for note in runs[0].notes {
        let marking = marks.indices.filter { marks[$0].contains(note.number) }
        // A note without a mark follows the one before it.
        let before = marks.indices.last { index in marks[index].contains { $0 <= note.number } }
        for chapter in marking.isEmpty ? [before ?? runs[0].home] : marking {
          add(note, to: chapter)
        }
      }
      return
    }
    var next = 0
    for run in runs {
      var chapter = run.home
      if Self.isList(outline.chapters[run.home]) {
        let named = outline.chapters.indices.first { index in
          !run.heading.isEmpty && index != run.home
            && Sentences.likeness(outline.chapters[index].title, run.heading) >= 0.8
        }
        let marking = outline.chapters.indices.filter { !marks[$0].isEmpty }
        let others = outline.chapters.indices.filter { $0 != run.home }
        let order = marking.isEmpty ? others : marking
        chapter = named ?? (order.isEmpty ? run.home : order[min(next, order.count - 1)])
        next += 1
      }
      for note in run.notes { add(note, to: chapter) }
    }
  }

  private mutating func add(_ note: (number: Int, text: String), to chapter: Int) {
    var note = note
    if chapters[chapter].contains(where: { $0.number == note.number }) {
      if chapters[chapter].contains(where: { $0 == note }) { return }
      note.text = "(\(note.number)) " + note.text
      note.number = (chapters[chapter].map(\.number).max() ?? 0) + 1
    }
    chapters[chapter].append(note)
  }

  private static func isNote(_ block: SourceBlock) -> Bool {
    if case .note = block.kind { true } else { false }
  }

  /// Whether a chapter is a list of notes and nothing else.
  static func isList(_ chapter: Outline.Chapter) -> Bool {
    Phrases.isNotes(chapter.title) && !chapter.blocks.contains { $0.isProse && $0.text.count > 120 }
      && chapter.blocks.contains(where: isNote)
  }

  /// The notes in runs of rising numbers.
  private static func runs(_ outline: Outline) -> [Run] {
    var runs: [Run] = []
    for (index, chapter) in outline.chapters.enumerated() {
      var heading = ""
      for block in chapter.blocks {
        guard case .note(let number) = block.kind else {
          heading = block.text.count < 200 ? block.text : ""
          continue
        }
        if runs.last?.notes.last.map({ number <= $0.number }) ?? true {
          runs.append(Run(home: index, heading: heading))
        }
        runs[runs.count - 1].notes.append((number, block.text))
      }
    }
    return runs
  }
}
