import Records
import Text

extension JSONWriter {
  /// Writes what assessors and addressees said; what follows from it for a day is left to readers.
  mutating func write(_ followUp: FollowUp) {
    object { writer in
      writer.field("assessors", followUp.assessors) { writer, assessor in
        writer.object {
          $0.field("id", assessor.id)
          $0.field("name", assessor.name)
          $0.field("kind", assessor.kind.rawValue)
        }
      }
      writer.field("review-every", followUp.reviewEvery)
      writer.field("assessed-to", followUp.assessedTo?.description)
      writer.field("assessments", followUp.assessments) { $0.write($1) }
      writer.field("responses", followUp.responses) { $0.write($1) }
      writer.field("deadlines", followUp.deadlines) { $0.write($1) }
    }
  }

  private mutating func write(_ row: Assessment) {
    object {
      $0.field("id", row.id)
      $0.field("recommendation", row.recommendation)
      $0.key("part")
      $0.number(row.part.map(String.init))
      $0.field("addressee", row.addressee)
      $0.field("date", row.date.description)
      $0.field("assessor", row.assessor)
      $0.field("status", row.status.rawValue)
      $0.field("extent", row.extent?.rawValue)
      $0.field("since", row.since?.description)
      $0.field("evidence", row.evidence)
      $0.field("sources", row.sources.map(\.written))
      $0.field("events", row.events)
      $0.field("indicators", row.indicators)
      $0.field("confidence", row.confidence?.rawValue)
      $0.field("note", row.note)
    }
  }

  private mutating func write(_ row: Response) {
    object {
      $0.field("recommendation", row.recommendation)
      $0.field("addressee", row.addressee)
      $0.field("date", row.date.description)
      $0.field("position", row.position.rawValue)
      $0.field("statement", row.statement)
      $0.field("sources", row.sources.map(\.written))
      $0.field("note", row.note)
    }
  }

  private mutating func write(_ row: Deadline) {
    object {
      $0.field("recommendation", row.recommendation)
      $0.field("addressee", row.addressee)
      $0.field("due", row.due.description)
      $0.field("set-by", row.setBy)
      $0.field("date", row.date.description)
      $0.field("what", row.what)
      $0.field("sources", row.sources.map(\.written))
    }
  }
}
