import Reading
import Records
import TestSupport

@testable import Importing

/// Random decisions and changes of a folder, for tests that look for lost words.
enum RandomReview {
  /// A decision, which may be refused.
  static func decision(
    _ review: Review, token: String, _ random: inout SeededRandom
  ) -> ReviewDecision {
    func some(_ random: inout SeededRandom) -> String {
      review.items[random.int(0...(review.items.count - 1))].id
    }
    let id = some(&random)
    switch random.int(0...8) {
    case 0, 1: return ReviewDecision(.accept, of: [id])
    case 2: return ReviewDecision(.reject, of: [id])
    case 3: return ReviewDecision(.accept, of: review.alike(id).map(\.id))
    case 4: return ReviewDecision(.merge, of: [id], value: some(&random))
    case 5: return ReviewDecision(.split, of: [id], value: "\(random.int(1...3))")
    case 6: return ReviewDecision(.undo)
    default:
      let fields: [ReviewDecision.Field] = [.title, .label, .addressee, .themes, .text]
      let field = fields[random.int(0...(fields.count - 1))]
      return ReviewDecision(.edit, of: [id], field: field, value: "Edited \(token)")
    }
  }

  /// The errors of a folder with these files and the chapters of a report.
  static func errors(_ files: [MadeFile], like report: String) -> [String] {
    guard let read = try? ReportReader.read(Array(report.utf8), form: .markdown) else {
      return ["the report cannot be read"]
    }
    let made = ImportedDossier(read, id: "made", fileName: "report")
    return errors(made.record.base.filter { $0.path != "index.md" } + files)
  }

  /// The errors of a folder.
  static func errors(_ files: [MadeFile]) -> [String] {
    let folder = MemoryFolder(
      Dictionary(files.map { ($0.path, $0.text) }, uniquingKeysWith: { $1 }))
    return DossierReader.check(folder).diagnostics.filter { $0.severity == .error }
      .map { "\($0)" }
  }
}
