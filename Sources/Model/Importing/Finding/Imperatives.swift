/// Whether a text starts with a verb that asks: `Require demos`, `Fortalecer la policía`.
enum Imperatives {
  /// Whether the first word asks.
  static func start(_ text: String) -> Bool {
    let bare = Phrases.bare(ListMarker(text)?.rest ?? text).split(separator: " ")
    guard let first = bare.first.map(String.init), bare.count > 1 else { return false }
    if verbs.contains(first) { return true }
    // A Spanish infinitive; English words in -ar, -er, -ir that open sentences are few.
    return first.count >= 5
      && ["ar", "er", "ir", "arse", "erse", "irse"].contains { first.hasSuffix($0) }
      && !notVerbs.contains(first) && !bare[1].hasSuffix("ing") && spanish.contains(String(bare[1]))
  }

  private static let spanish: Set = [
    "el", "la", "los", "las", "un", "una", "de", "en", "que", "a", "al", "con", "por", "para", "y",
    "e", "su", "sus", "mecanismos", "mayor", "mas", "del", "medidas", "politicas", "programas",
    "sistemas", "recursos", "acciones", "se", "como", "plenamente", "efectivamente",
  ]

  private static let notVerbs: Set = [
    "under", "after", "other", "never", "whether", "either", "rather", "further", "similar",
    "particular", "order", "water", "power", "number", "member", "their",
  ]

  private static let verbs: Set = [
    "adopt", "accelerate", "address", "align", "allocate", "allow", "amend", "appoint", "apply",
    "ask", "assess", "assign", "avoid", "ban", "begin", "beware", "boost", "bring", "broaden",
    "budget", "build", "change", "clarify", "close", "collaborate", "collect", "combat", "commit",
    "conduct", "consider", "consult", "continue", "convene", "coordinate", "create", "define",
    "deepen", "deliver", "demand", "deploy", "design", "develop", "direct", "double", "draft",
    "eliminate", "embed", "empower", "enable", "encourage", "end", "enforce", "engage", "enhance",
    "ensure", "equip", "establish", "evaluate", "examine", "expand", "explore", "extend",
    "facilitate", "finalize", "finance", "fix", "focus", "foster", "fund", "give", "grant", "help",
    "hire", "hold", "identify", "implement", "improve", "include", "incorporate", "increase",
    "integrate", "introduce", "invest", "issue", "join", "keep", "launch", "lead", "learn",
    "leverage", "liberalize", "limit", "link", "maintain", "make", "mandate", "measure", "minimize",
    "minimise", "mobilize", "modernize", "monitor", "move", "negotiate", "offer", "open", "pass",
    "pay", "pilot", "plan", "prepare", "prevent", "prioritize", "prioritise", "procure", "prohibit",
    "promote", "protect", "provide", "publish", "pursue", "put", "raise", "ratify", "reaffirm",
    "recognise", "recognize", "reconsider", "reduce", "reform", "reinforce", "remove", "renew",
    "repeal", "replace", "report", "require", "resist", "restore", "review", "revise", "scale",
    "seek", "set", "share", "shift", "shorten", "simplify", "speed", "start", "stop", "streamline",
    "strengthen", "study", "support", "sustain", "take", "target", "tell", "think", "train",
    "treat", "understand", "update", "upgrade", "use", "work", "write",
    "adoptar", "fortalecer", "garantizar", "asegurar", "establecer", "promover", "crear",
    "implementar", "mejorar", "impulsar", "desarrollar", "aumentar", "reducir", "incluir",
    "realizar", "elaborar", "revisar", "ampliar", "diseñar", "disenar", "reformar", "proteger",
    "publicar", "aprobar", "adopte", "fortalezca", "garantice", "asegure", "establezca",
  ]
}
