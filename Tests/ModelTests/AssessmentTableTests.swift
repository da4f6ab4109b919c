import TestSupport
import Testing

@testable import Reading
@testable import Records

/// Judgements, responses and deadlines of a folder, and their faults.
@Suite struct AssessmentTableTests {
  private let path = "data/assessments.csv"
  private let head =
    "id,recommendation,addressee,date,assessor,status,extent,since,evidence,sources,events,"
    + "indicators,confidence,note\n"

  private func read(_ rows: String, today: String? = nil) -> Reading {
    var folder = MemoryFolder.small
    replace(
      "headlines:",
      by: """
        assessors:
          office: {name: The Office, kind: independent}
          north: {name: The North, kind: addressee}
        review-every: 6
        assessed-to: 2024-12
        headlines:
        """, in: "index.md", of: &folder)
    folder[path] = head + rows
    return DossierReader.check(folder, today: today.flatMap { Period($0)?.lastDay })
  }

  @Test func readsEveryColumn() {
    let reading = read(
      ",springs-1#2,north,2021-03,office,partly-implemented,some,2019,Seen.,"
        + "survey p. 3;census,flood,flow,low,Half.\n")
    let descriptor = reading.diagnostics.filter { $0.file != "datapackage.json" }
    #expect(descriptor.map(\.description) == [])
    let followUp = reading.dossier.followUp
    #expect(followUp.assessors.map(\.kind) == [.independent, .addressee])
    #expect(followUp.reviewEvery == 6)
    #expect(followUp.assessedTo == Period("2024-12"))
    #expect(
      followUp.assessments == [
        Assessment(
          recommendation: "springs-1", part: 2, addressee: "north",
          date: Period("2021-03") ?? .year(0), since: .year(2019), assessor: "office",
          status: .partlyImplemented, extent: .some, evidence: "Seen.",
          sources: [SourceMention("survey", place: "p. 3"), SourceMention("census")],
          events: ["flood"], indicators: ["flow"], confidence: .low, note: "Half.")
      ])
    #expect(followUp.assessments[0].id == "springs-1-office-2021-03")
  }

  @Test(arguments: [
    (",springs-9,,2021,office,implemented,,,Seen.,survey,,,,", "springs-9"),
    (",springs-1,,2021,offices,implemented,,,Seen.,survey,,,,", "no assessor \"offices\""),
    (",springs-1,,2021,office,implementd,,,Seen.,survey,,,,", "\"implementd\" is not known"),
    (",springs-1,,2021,office,implemented,,,Seen.,surveys,,,,", "no source \"surveys\""),
    (",springs-1,,soon,office,implemented,,,Seen.,survey,,,,", "\"soon\" is not a period"),
    (",springs-1,,2021,office,implemented,,,,survey,,,,", "no evidence"),
    (",springs-1,,2021,office,implemented,,,Seen.,,,,,", "no source"),
    (",springs-1,,2021,office,implemented,some,,Seen.,survey,,,,", "no extent"),
    (",springs-1,,2021,office,implemented,,2022,Seen.,survey,,,,", "after the judgement"),
    (",springs-1,,2025,office,implemented,,,Seen.,survey,,,,", "in the future"),
    (",springs-1,,2021,office,implemented,,2020,Seen.,survey,,,,", "every source is older"),
    (",springs-1#x,,2021,office,implemented,,,Seen.,survey,,,,", "\"x\" is not the number"),
  ])
  func faults(_ row: String, _ words: String) {
    let faults = read(row + "\n", today: "2024-06-30").diagnostics.filter { $0.file == path }
    #expect(faults.count == 1, "\(faults.map(\.description))")
    #expect(faults.first?.message.contains(words) == true, "\(faults.map(\.description))")
    #expect(faults.first?.line == 2)
    #expect(faults.first?.remedy.isEmpty == false)
  }

  @Test func theNearestWordIsNamedAlsoOfAnotherTracker() {
    func remedy(_ status: String) -> String? {
      read(",springs-1,,2021,office,\(status),,,Seen.,survey,,,,\n").diagnostics
        .first { $0.file == path }?.remedy
    }
    #expect(remedy("in-progres") == "did you mean in-progress?")
    #expect(remedy("full progress") == "did you mean implemented?")
    #expect(remedy("Closed - Implemented") == "did you mean implemented?")
  }

  @Test func openingAgainNeedsANote() {
    let closed = ",springs-1,,2020,office,implemented,,,Seen.,survey,,,,\n"
    func open(_ note: String) -> String {
      ",springs-1,,2021,office,in-progress,,,Seen.,survey,,,,\(note)\n"
    }
    // The order of the rows does not matter, because branches are merged in any order.
    for rows in [closed + open(""), open("") + closed] {
      let faults = read(rows).diagnostics.filter { $0.file == path }
      #expect(faults.map(\.message) == ["springs-1 is reopened without a note"])
    }
    #expect(read(closed + open("Undone.")).diagnostics.filter { $0.file == path } == [])
  }

  @Test func readsResponsesAndDeadlines() {
    var folder = MemoryFolder.small
    folder["data/responses.csv"] =
      "recommendation,addressee,date,position,statement,sources,note\n"
      + "springs-1,north,2020-06,accepted-in-part,Half of it.,survey,\n"
      + "springs-1,west,2020,accepted,,,\nsprings-1,north,2020,perhaps,,,\n"
    folder["data/deadlines.csv"] =
      "recommendation,addressee,due,set-by,date,what,sources\n"
      + "springs-1,,2022-06,law,2020,A gauge.,survey\nsprings-1,,2022,nobody,2020,,\n"
    let reading = DossierReader.read(folder)
    #expect(reading.dossier.followUp.responses.map(\.position) == [.acceptedInPart])
    #expect(reading.dossier.followUp.deadlines.map(\.setBy) == ["law"])
    #expect(reading.diagnostics.map(\.line) == [3, 3, 4])
  }
}
