/// Small reports made up for the tests, with what is in them.
struct SmallReport {
  /// The name of its file.
  let name: String
  /// Its text.
  let text: String
  /// The recommendations: label, first words, who is asked.
  let asks: [(label: String, words: String, addressee: String)]
  /// The headings with their levels, 1 for a chapter.
  let headings: [(level: Int, title: String)]
  /// How many notes it has.
  let notes: Int

  /// A web office's review: labels at the end of paragraphs, notes between them.
  static let audit = SmallReport(
    name: "audit.md",
    text: """
      # Harbour Pilots: The Port Should Train More of Them

      March 3, 2024

      ## Highlights

      ### What the Office Recommends

      The office makes two recommendations, that the port train pilots and count them.

      ## Background

      The harbour has nine pilots.1 Three will retire soon.2

      1 Port Authority, Yearbook 2023.

      2 Interviews with pilots.

      The office recommended in 2019 that the port hire pilots. It did not.

      3 Letter of the port's director.

      ## The Port Does Not Know How Many Pilots It Needs

      The port should know this, officials said.3

      ## Conclusions

      Without pilots, ships wait.

      ## Recommendations for Executive Action

      We are making the following two recommendations:

      The Director of the Port Authority should train at least four pilots a year and say each year
      how many were trained. (Recommendation 1)

      The Secretary of Transport should count the ships that wait for pilots, and publish the figure.
      (Recommendation 2)

      ## Agency Comments

      We provided a draft of this report to the port. It agreed that it must train pilots.

      """,
    asks: [
      (
        "Recommendation 1", "The Director of the Port Authority should train",
        "Director of the Port Authority"
      ),
      ("Recommendation 2", "The Secretary of Transport should count", "Secretary of Transport"),
    ],
    headings: [
      (1, "Highlights"), (2, "What the Office Recommends"), (1, "Background"),
      (1, "The Port Does Not Know How Many Pilots It Needs"), (1, "Conclusions"),
      (1, "Recommendations for Executive Action"), (1, "Agency Comments"),
    ],
    notes: 3)

  /// A Spanish report: a numbered list that names who is asked first.
  static let informe = SmallReport(
    name: "informe.md",
    text: """
      # El agua de los barrios altos

      Por Ana Quispe y Tomás Rey

      5 de agosto de 2021

      ## Contenido

      - Introducción
      - Hallazgos
      - Recomendaciones

      ## Introducción

      En los barrios altos el agua llega dos horas al día.[^1] Las familias la guardan en tanques.

      ## Hallazgos

      ### La red pierde la mitad

      La empresa municipal debe reparar las fugas antes de ampliar la red, dicen los vecinos.

      ## Recomendaciones

      1. Al Concejo Municipal, aprobar un presupuesto para reparar la red de los barrios altos.
      2. La Empresa de Aguas debe publicar cada mes las horas de servicio por barrio.
      3. El Ministerio de Vivienda deberá medir la calidad del agua en los tanques.

      ## Anexo

      Las encuestas se hicieron en marzo.

      [^1]: Encuesta de hogares, 2020.

      """,
    asks: [
      ("1", "Al Concejo Municipal, aprobar un presupuesto", "Concejo Municipal"),
      ("2", "La Empresa de Aguas debe publicar", "Empresa de Aguas"),
      ("3", "El Ministerio de Vivienda deberá medir", "Ministerio de Vivienda"),
    ],
    headings: [
      (1, "Introducción"), (1, "Hallazgos"), (2, "La red pierde la mitad"), (1, "Recomendaciones"),
      (1, "Anexo"),
    ],
    notes: 1)

  /// A commission's report in plain text: labels at the start, a summary that repeats them.
  static let commission = SmallReport(
    name: "commission.txt",
    text: """
      NIGHT TRAINS AND THEIR PASSENGERS

      Report of the Commission

      SUMMARY

      The commission held nine hearings and read what passengers wrote.

      Recommendation 1: The Ministry of Railways should restore three night trains.

      THE TRAINS

      1. What was lost

      Between 2004 and 2016 eleven of fourteen night trains ended. Passengers took the aero-
      plane instead, or a coach.

      2. What it cost

      A night train costs more than a day train, because each of its beds is sold once a night.

      WHAT SHOULD HAPPEN

      Recommendation 1: The Ministry of Railways should restore three night trains. It must pay for
      their beds during the first five years.

      Recommendation 2a: Congress should let two companies share a locomotive.

      Recommendation 2b: There must be one timetable.

      """,
    asks: [
      ("Recommendation 1", "The Ministry of Railways should restore", "Ministry of Railways"),
      ("Recommendation 2a", "Congress should let two companies", "Congress"),
      ("Recommendation 2b", "There must be one timetable", ""),
    ],
    headings: [
      (1, "SUMMARY"), (1, "THE TRAINS"), (2, "1. What was lost"), (2, "2. What it cost"),
      (1, "WHAT SHOULD HAPPEN"),
    ],
    notes: 0)

  /// A report that recommends nothing, though it tells of recommendations.
  static let silent = SmallReport(
    name: "silent.md",
    text: """
      # Bees in Three Towns

      ## Summary

      This report counts bees. It makes no judgement.

      ## Status of Prior Recommendations

      1. The town should plant trees. Done in 2019.
      2. The town must stop spraying. Open.

      ## Counts

      A hive must be counted at noon, since bees fly then. Counters should stand still.

      ## What Others Say

      The beekeepers' union recommended in 2020 that the towns should mow less.

      """,
    asks: [],
    headings: [
      (1, "Summary"), (1, "Status of Prior Recommendations"), (1, "Counts"), (1, "What Others Say"),
    ],
    notes: 0)

  static let all = [audit, informe, commission, silent]
}
