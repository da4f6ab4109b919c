/// The files of a new dossier, each with a line on what belongs there.
///
/// They have no fault, so the folder can be shown at once and filled in bit by bit.
package enum StarterDossier {
  /// The files.
  ///
  /// - Parameters:
  ///   - id: The dossier's id.
  ///   - date: When the report was published, as a period; the author corrects it.
  package static func files(id: String, date: String) -> [MadeFile] {
    let tables = [sources, units, indicators, observations, events]
    return [
      index(id: id, date: date), chapter, recommendation, deck,
      DescriptorWriter(name: id, title: "Title of the report", tables: tables).file,
    ] + tables
  }

  private static func index(id: String, date: String) -> MadeFile {
    MadeFile(
      "index.md",
      """
      ---
      # What the report is. Every key is explained in docs/format.md.
      id: \(id)
      title: Title of the report
      subtitle: Its subtitle, if it has one
      authors: [First Author, Second Author]
      publisher: Who published it
      date: \(date)
      language: en
      # Who is asked, with an id and a name each; recommendations name the ids.
      addressees:
        ministry: The ministry
      # What the recommendations are about.
      themes:
        first-theme: First theme
      # The indicators on the overview, best first.
      headlines: [indicator:example]
      ---

      Say here what the report is, what this dossier leaves out and who made it. The overview shows it.

      """)
  }

  private static let chapter = MadeFile(
    "chapters/1-first-chapter.md",
    """
    ---
    # One file for each chapter; the name starts with its number, 0 for an introduction.
    id: first-chapter
    number: 1
    title: First chapter
    summary: Say in a sentence or two what the chapter argues.
    ---

    > A quotation before the first heading is a key message: what readers should remember.

    ## First section

    Passages go here. A link names a record, such as [the example](indicator:example) or a
    [recommendation](rec:first-chapter-1), and a note looks like this.[^1]

    [^1]: The note's text.

    """)

  private static let recommendation = MadeFile(
    "recommendations/first-chapter-1.md",
    """
    ---
    # One file for each recommendation.
    id: first-chapter-1
    chapter: first-chapter
    number: 1
    title: What is asked, in a few words
    addressees: [ministry]
    # stated if the report names who is asked, otherwise inferred with an addressee-reason.
    addressee-basis: stated
    themes: [first-theme]
    evidence: [section:first-chapter#first-section, indicator:example]
    ---

    Write here what the report asks.

    ## Why

    Write here the reasons that it gives.

    """)

  private static let deck = MadeFile(
    "decks/briefing.md",
    """
    ---
    title: Five minutes on the report
    minutes: 5
    ---

    # Title of the report

    <!-- note: Speaker notes go into comments; only the presenter sees them. -->

    ---

    ## What it found

    - One slide is what stands between two lines of three hyphens.

    <!-- pause -->

    ![](chart:example)

    ---

    ## What it asks

    ![](recs:ministry)

    """)

  private static let sources = MadeFile(
    "data/sources.csv",
    """
    id,producer,title,date,url,licence,note
    report,Who published it,Title of the report,,,,One row for each source of values

    """)

  private static let units = MadeFile(
    "data/units.csv",
    """
    id,title,prefix,suffix,multiplier
    percent,percent,,%,1

    """)

  private static let indicators = MadeFile(
    "data/indicators.csv",
    """
    id,title,unit,chapter,kind,chart,better,source,locator,note
    example,Example of an indicator,percent,first-chapter,share,line,none,report,,\
    Made-up values: one row here for each thing measured

    """)

  private static let observations = MadeFile(
    "data/observations.csv",
    """
    indicator,series,period,value,qualifier,source,locator,note
    example,,2023,10,,,,Made up: one row here for each value
    example,,2024,20,about,,,Made up
    example,,2025,30,,,,Made up

    """)

  private static let events = MadeFile(
    "data/events.csv",
    """
    id,date,title,chapter,theme,locator,mark
    publication,2025,One row for each event,first-chapter,first-theme,,

    """)
}
