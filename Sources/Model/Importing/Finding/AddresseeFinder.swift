import Text

/// Finds who is asked in a recommendation's first sentence: the subject before "should", the name
/// after "we recommend that".
///
/// A guess: the author confirms it.
enum AddresseeFinder {
  /// Who is asked, in the report's words; empty if nobody is found.
  static func addressee(of text: String) -> String {
    let sentence = Sentences.first(of: text)
    let words = sentence.split(separator: " ").map(String.init)
    if let name = opening(words) { return name }
    let bare = words.map { Phrases.bare($0) }
    let start = afterRecommending(bare)
    guard let demand = bare[start...].firstIndex(where: { Phrases.demand(in: [$0]) == 0 }) else {
      return start > 0 ? named(words[start...]) : ""
    }
    var subject = Array(words[start..<demand])
    if let comma = subject.lastIndex(where: { $0.hasSuffix(",") }), comma + 1 < subject.count {
      // "In coordination with X, the ministry should" asks the ministry; a list goes on with "and".
      let rest = subject[(comma + 1)...]
      let first = Phrases.bare(rest.first ?? "")
      if !["and", "or", "y", "e", "o"].contains(first),
        ["the", "el", "la", "los", "las", "all", "each"].contains(first)
          || rest.first?.first?.isUppercase == true && subject.first?.first?.isUppercase == true
            && openers.contains(Phrases.bare(subject.first ?? ""))
      {
        subject = Array(rest)
      }
    }
    return name(withoutExamples(subject)[...])
  }

  /// A subject without what comes after a comma and only tells who is among them.
  private static func withoutExamples(_ subject: [String]) -> [String] {
    let openers: Set = [
      "such", "including", "whether", "especially", "particularly", "like", "incluidos",
      "incluidas", "incluyendo", "especialmente", "como",
    ]
    let end = subject.indices.dropFirst().first { index in
      subject[index - 1].hasSuffix(",") && openers.contains(Phrases.bare(subject[index]))
    }
    return Array(subject[..<(end ?? subject.count)])
  }

  private static let openers: Set = [
    "to", "in", "as", "if", "when", "for", "with", "by", "at", "after", "before", "given", "under",
    "through", "while", "since", "para", "en", "si", "con", "por", "al", "desde", "cuando",
  ]

  /// `To the Ministry of Health: …`, `Al Gobierno Nacional, …`.
  private static func opening(_ words: [String]) -> String? {
    guard let first = words.first.map(Phrases.bare),
      ["al", "a", "to", "for"].contains(first),
      let end = words.prefix(14).firstIndex(where: { $0.hasSuffix(",") || $0.hasSuffix(":") }),
      end > 0
    else { return nil }
    let article = Phrases.bare(words[1])
    guard first == "al" || ["la", "los", "las", "the"].contains(article) else { return nil }
    var subject = Array(words[1...end])
    subject[subject.count - 1].removeLast()
    guard subject.contains(where: { $0.first?.isUppercase == true }) else { return nil }
    // A purpose is no addressee: "For the reasons above, …".
    if first == "for", subject.count(where: { $0.first?.isUppercase == true }) < 2 { return nil }
    let found = name(subject[...])
    return found.isEmpty ? nil : found
  }

  /// Where the words after "recommend that" start; 0 if there are none.
  private static func afterRecommending(_ bare: [String]) -> Int {
    let verbs: Set = [
      "recommend", "recommends", "recommending", "recomendamos", "recomienda", "recomiendan",
    ]
    guard let verb = bare.firstIndex(where: verbs.contains) else { return 0 }
    var next = verb + 1
    let links: Set = ["that", "to", "a", "al", "que"]
    while next < bare.count, links.contains(bare[next]) { next += 1 }
    return next > verb + 1 && next < bare.count ? next : 0
  }

  /// The name at the start of words: an article, then words with capitals and what joins them.
  private static func named(_ words: ArraySlice<String>) -> String {
    let joints: Set = [
      "of", "and", "the", "for", "on", "in", "de", "del", "la", "las", "los", "y", "e", "para",
      "el",
    ]
    var result: [String] = []
    for word in words {
      let isName = word.first?.isUppercase == true || joints.contains(Phrases.bare(word))
      guard isName || result.count < 2 && isBody(word) else { break }
      result.append(word)
      if word.hasSuffix(",") { break }
    }
    while let last = result.last, joints.contains(Phrases.bare(last)) { result.removeLast() }
    return name(result[...])
  }

  private static let bodies: Set = [
    "government", "governments", "congress", "department", "departments", "agency", "agencies",
    "ministry", "ministries", "minister", "ministers", "secretary", "council", "councils",
    "commission", "commissioner", "committee", "board", "states", "state", "authority",
    "authorities", "director", "administrator", "president", "parliament", "industry", "employers",
    "schools", "universities", "providers", "regulators", "regulator", "legislature", "legislators",
    "funders", "donors", "companies", "bank", "banks", "office", "service", "administration",
    "officials", "police", "courts", "cities", "municipalities", "leaders", "policymakers",
    "researchers", "trusts", "organisations", "organizations", "institutions", "house", "senate",
    "union", "nhs", "bodies", "chiefs", "departamento", "leadership", "team", "teams", "partners",
    "gobierno", "gobiernos", "congreso", "ministerio", "ministerios", "ministro", "ministra",
    "secretaria", "secretario", "estado", "estados", "autoridades", "autoridad", "comision",
    "consejo", "direccion", "fiscalia", "municipios", "alcaldia", "alcaldias", "universidades",
    "empresas", "instituciones", "entidades", "camara", "senado", "policia", "defensoria",
    "procuraduria", "agencia", "agencias", "instituto", "organismos", "parlamento", "banco",
  ]

  private static func isBody(_ word: String) -> Bool { bodies.contains(Phrases.bare(word)) }

  /// A subject as a name; empty if it is none.
  private static func name(_ words: ArraySlice<String>) -> String {
    var words = Array(words)
    let articles: Set = ["the", "el", "la", "los", "las", "all", "each", "both", "then", "also"]
    while let first = words.first, articles.contains(Phrases.bare(first)) { words.removeFirst() }
    while let last = words.last,
      ["also", "therefore", "then", "tambien"].contains(Phrases.bare(last))
    {
      words.removeLast()
    }
    guard !words.isEmpty, words.count <= 16 else { return "" }
    let pronouns: Set = [
      "it", "we", "they", "there", "this", "these", "those", "that", "such", "which", "he", "she",
      "what", "who", "you", "i", "nothing", "se", "esto", "estas", "estos", "ello", "esta", "este",
    ]
    if pronouns.contains(Phrases.bare(words[0])) { return "" }
    // A whole clause is no name.
    let clause: Set = [
      "that", "which", "who", "how", "whether", "is", "are", "was", "were", "has", "have", "had",
      "will", "can", "to", "provides", "not", "if", "que", "quien", "como", "es", "son", "fue",
      "ha", "han", "sera", "keeping", "ensuring",
    ]
    if words.contains(where: { clause.contains(Phrases.bare($0)) }) { return "" }
    let capitals = words.dropFirst().count { $0.first?.isUppercase == true }
    let isActor =
      words.contains(where: isBody) || capitals >= 1 && capitals * 2 >= words.count - 1
      // An acronym alone, or with others: "ICSs and provider collaboratives".
      || (words.count == 1 || ["and", "or", "y", "e", "o"].contains(Phrases.bare(words[1])))
        && words[0].filter(\.isUppercase).count >= 2 && words[0].count <= 8
    guard isActor else { return "" }
    var result = words.joined(separator: " ")
    while let last = result.last, ",:;".contains(last) { result.removeLast() }
    // The full stop of an abbreviation belongs to it.
    let end = words.last?.dropLast() ?? ""
    if result.hasSuffix("."), !end.contains("."), end.count > 3 { result.removeLast() }
    return result
  }
}
