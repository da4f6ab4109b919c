import Text

/// The words that tell a report's parts apart, in English and Spanish, in lower case and without
/// accents.
enum Phrases {
  /// Whether a heading opens the contents.
  static func isContents(_ heading: String) -> Bool {
    [
      "contents", "table of contents", "list of contents", "contenido", "contenidos", "indice",
      "indice general", "tabla de contenido", "tabla de contenidos",
    ].contains(bare(heading))
  }

  /// Whether a heading opens a list of notes.
  static func isNotes(_ heading: String) -> Bool {
    [
      "notes", "endnotes", "end notes", "footnotes", "notas", "notas al pie", "notas finales",
      "notes and references", "footnotes and references", "references and notes",
      "endnotes and references", "notas y referencias", "referencias y notas",
    ].contains(bare(heading))
  }

  /// Whether a heading opens a summary, which repeats what the body says.
  static func isSummary(_ heading: String) -> Bool {
    let text = bare(heading)
    return [
      "summary", "highlights", "at a glance", "key points", "key messages", "resumen", "sintesis",
      "abstract", "in brief", "overview", "foreword",
    ].contains { contains(text, $0) }
  }

  /// Whether a heading is that of an annex.
  static func isAnnex(_ heading: String) -> Bool {
    let first = bare(heading).split(separator: " ").first ?? ""
    return ["annex", "appendix", "annexe", "anexo", "apendice", "annexes", "appendices", "anexos"]
      .contains(String(first))
  }

  /// Whether a heading opens recommendations that the report itself makes.
  static func isRecommendations(_ heading: String) -> Bool {
    let text = bare(heading)
    guard text.split(separator: " ").count <= 16, !isForeign(text) else { return false }
    return [
      "recommendations", "recommendation", "recomendaciones", "recomendacion",
      "matters for congressional consideration", "matter for congressional consideration",
      "matters for consideration", "recommends", "recomienda",
    ].contains { contains(text, $0) }
  }

  /// Whether a heading opens a summary of what is recommended.
  static func isBrief(_ heading: String) -> Bool {
    let text = bare(heading)
    return ["recommends", "recomienda"].contains { contains(text, $0) }
  }

  /// Whether a heading is one that reports have at the level of their chapters.
  static func isLandmark(_ heading: String) -> Bool {
    [
      "introduction", "background", "conclusion", "conclusions", "methodology", "references",
      "introduccion", "antecedentes", "conclusiones", "metodologia", "referencias",
    ].contains(bare(heading)) || isRecommendations(heading) && !isBrief(heading)
  }

  /// Whether a line that stands among others can only be a heading: a few words that reports use for
  /// their parts.
  static func isKnownHeading(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    guard words.count <= 6, let first = line.first, first.isUppercase, let last = line.last,
      !".,:;".contains(last)
    else { return false }
    let long = words.filter { $0.count > 3 }
    guard long.allSatisfy({ $0.first?.isUppercase == true || words.count <= 2 }) else {
      return false
    }
    return isRecommendations(line) || isLandmark(line) || isContents(line) || isNotes(line)
      || isSummary(line) && words.count <= 3
  }

  /// Whether a heading is about recommendations of others, or what became of earlier ones.
  private static func isForeign(_ text: String) -> Bool {
    [
      "status", "implementation of", "implementing", "prior", "previous", "past", "earlier",
      "progress", "follow up", "response", "responses", "comments on", "made by", "others",
      "history", "estado", "seguimiento", "anteriores", "previas", "respuesta", "cumplimiento",
      "basis for", "methodology", "how we", "monitoring",
    ].contains { contains(text, $0) }
  }

  /// Whether a heading inside a zone of recommendations ends it.
  static func endsRecommendations(_ heading: String) -> Bool {
    let text = bare(heading)
    return isAnnex(heading) || isForeign(text)
      || [
        "agency comments", "comments", "findings", "background", "conclusion", "conclusions",
        "next steps", "acknowledgements", "acknowledgments", "references", "bibliography",
        "hallazgos", "antecedentes", "conclusiones", "agradecimientos", "bibliografia",
        "proximos pasos", "why", "context", "contexto", "methodology", "metodologia",
      ].contains { text == $0 || text.hasPrefix($0 + " ") }
  }

  /// Whether a heading promises things to do without calling them recommendations.
  static func isAdvice(_ heading: String) -> Bool {
    let text = bare(heading)
    return [
      "best practices", "good practices", "what to do", "action items", "policy options",
      "actions", "proposals", "lines of action", "buenas practicas", "propuestas", "medidas",
      "lineas de accion", "principles for action", "priorities for action", "call to action",
      "calls to action",
    ].contains { contains(text, $0) }
  }

  /// The first word that makes a sentence a demand, as a range of the sentence's words; nil if none
  /// does.
  static func demand(in words: [String]) -> Int? {
    words.firstIndex { demands.contains($0) }
  }

  private static let demands: Set = [
    "should", "must", "shall", "ought", "needs", "need", "debe", "deben", "debera", "deberan",
    "deberia", "deberian", "debemos",
  ]

  /// Whether a sentence recommends now, rather than telling of a recommendation.
  static func recommends(_ text: String) -> Bool {
    let text = " " + bare(text) + " "
    return [
      " we recommend ", " we therefore recommend ", " we further recommend ", " we also recommend ",
      " committee recommends ", " commission recommends ", " panel recommends ",
      " task force recommends ", " board recommends ", " group recommends ", " report recommends ",
      " authors recommend ", " review recommends ", " we are recommending ", " i recommend ",
      " recomendamos ", " se recomienda ", " comision recomienda ", " comite recomienda ",
      " informe recomienda ", " grupo recomienda ", " se recomiendan ", " we are making the ",
    ].contains { text.contains($0) }
  }

  /// Whether a text that ends in a colon announces recommendations.
  static func announces(_ text: String) -> Bool {
    let text = " " + bare(text) + " "
    return recommends(text) || text.contains(" recommendations ")
      || text.contains(" recomendaciones ")
  }

  /// A text in lower case without accents, with one space between words and no other signs.
  static func bare(_ text: String) -> String {
    var result = ""
    var needsSpace = false
    for scalar in Folding.fold(text).unicodeScalars {
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        if needsSpace, !result.isEmpty { result += " " }
        needsSpace = false
        result.unicodeScalars.append(scalar)
      } else if scalar != "'" {
        needsSpace = true
      }
    }
    return result
  }

  /// Whether some words occur in bare text as whole words.
  static func contains(_ bare: String, _ words: String) -> Bool {
    (" " + bare + " ").contains(" " + words + " ")
  }
}
