// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "dossier",
  products: [.executable(name: "dossier", targets: ["dossier"])],
  targets: [
    // The C libraries. Each is a module map and, where Swift cannot import
    // something by itself, a header of `static inline` functions. A header that is missing is an
    // error that names the package.
    // No pkgConfig: its flags for ncurses define macros, which SwiftPM refuses with a warning.
    .systemLibrary(name: "CNcurses", path: "Sources/CNcurses"),
    .systemLibrary(
      name: "CMarkdown", path: "Sources/CMarkdown", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(
      name: "CYAML", path: "Sources/CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CConfinement", path: "Sources/CConfinement", pkgConfig: "libseccomp",
      providers: [.apt(["libseccomp-dev"])]),

    // The shared model. ARCHITECTURE.md lists the same arrows, and the compiler keeps them.
    .target(name: "System", path: "Sources/Model/System"),
    .target(name: "Text", path: "Sources/Model/Text"),
    .target(name: "Records", dependencies: ["Text"], path: "Sources/Model/Records"),
    .target(
      name: "Reading", dependencies: ["System", "Text", "Records", "CMarkdown", "CYAML"],
      path: "Sources/Model/Reading"),
    .target(
      name: "Query", dependencies: ["Text", "Records", "Reading"], path: "Sources/Model/Query"),
    .target(
      name: "Importing",
      dependencies: ["System", "Text", "Records", "Reading", "Query", "CMarkdown"],
      path: "Sources/Model/Importing"),

    // What is drawn: pure values, none of which sees a terminal.
    .target(name: "Canvas", dependencies: ["Text", "Records"], path: "Sources/Dashboard/Canvas"),
    .target(
      name: "Charts", dependencies: ["Text", "Records", "Query", "Canvas"],
      path: "Sources/Dashboard/Charts", plugins: ["EmbedDossier"]),
    .target(
      name: "Tables", dependencies: ["Text", "Records", "Reading", "Query", "Canvas", "Charts"],
      path: "Sources/Dashboard/Tables"),
    .target(
      name: "Browsing",
      dependencies: ["Text", "Records", "Reading", "Query", "Importing", "Canvas", "Charts"],
      path: "Sources/Dashboard/Browsing"),
    .target(
      name: "Talk",
      dependencies: ["Text", "Records", "Reading", "Query", "Canvas", "Charts", "Browsing"],
      path: "Sources/Dashboard/Talk"),
    .target(
      name: "Linear",
      dependencies: [
        "Text", "Records", "Reading", "Query", "Importing", "Canvas", "Charts", "Browsing",
      ],
      path: "Sources/Dashboard/Linear"),
    .target(
      name: "Handout", dependencies: ["Text", "Records", "Reading", "Query", "Canvas", "Charts"],
      path: "Sources/Dashboard/Handout"),

    // What touches the machine. Only Terminal sees ncurses.
    .target(
      name: "Terminal", dependencies: ["System", "Text", "Canvas", "CNcurses"],
      path: "Sources/Dashboard/Terminal"),
    .target(name: "Sharing", dependencies: ["System"], path: "Sources/Dashboard/Sharing"),
    .target(
      name: "Confinement", dependencies: ["CConfinement"], path: "Sources/Dashboard/Confinement"),
    .target(
      name: "BuiltIn", dependencies: ["System", "Text", "Records", "Reading"],
      path: "Sources/Dashboard/BuiltIn", plugins: ["EmbedDossier"]),
    .executableTarget(
      name: "dossier",
      dependencies: [
        "System", "Text", "Records", "Reading", "Query", "Canvas", "Charts", "Tables", "Browsing",
        "Talk", "Linear", "Handout", "Terminal", "Sharing", "Confinement", "BuiltIn", "Importing",
      ],
      path: "Sources/Dashboard/Commands"),

    // The built-in dossier's files go into the program as they stand. The tool needs nothing of
    // the program, so that nothing is compiled twice.
    .plugin(
      name: "EmbedDossier", capability: .buildTool(), dependencies: ["embed-dossier"],
      path: "Sources/Embedding/Plugin"),
    .executableTarget(name: "embed-dossier", path: "Sources/Embedding/Tool"),

    // What tests and measurements share. It needs nothing that the program does not need, too.
    .systemLibrary(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .target(
      name: "TestSupport",
      dependencies: [
        "System", "Text", "Records", "Reading", "Query", "Canvas", "Charts", "Browsing", "Talk",
        "Linear", "Handout", "CPseudoTerminal",
      ],
      path: "Tests/TestSupport"),
    // The terminal that tests read the real screen through. Only tests use it, so that `swift build`
    // works without libvterm.
    .systemLibrary(
      name: "CVTerm", path: "Tests/CVTerm", pkgConfig: "vterm",
      providers: [.apt(["libvterm-dev"])]),
    .testTarget(
      name: "TerminalEmulator",
      dependencies: ["Canvas", "Charts", "Browsing", "Talk", "Linear", "Handout", "CVTerm"],
      path: "Tests/TerminalEmulator"),
    // A program that starts a session and shows what it is told, for the tests of Terminal.
    .executableTarget(
      name: "TerminalProbe",
      dependencies: ["Terminal", "Canvas", "Charts", "Browsing", "Talk", "Linear", "Handout"],
      path: "Tests/TerminalProbe"),
    // A program that confines itself and makes one call of the system, for the tests of Confinement.
    .executableTarget(
      name: "ConfinementProbe", dependencies: ["Confinement", "CConfinement"],
      path: "Tests/ConfinementProbe"),
    // What `make bench` runs.
    .executableTarget(
      name: "dossier-bench",
      dependencies: [
        "Text", "Records", "Reading", "Query", "Canvas", "Charts", "Browsing", "Talk", "Linear",
        "Handout", "Sharing", "BuiltIn", "TestSupport",
      ],
      path: "Tests/Bench", exclude: ["Peers"]),
    .testTarget(
      name: "ModelTests",
      dependencies: ["System", "Text", "Records", "Reading", "Query", "BuiltIn", "TestSupport"],
      path: "Tests/ModelTests", exclude: ["Fixtures"]),
    .testTarget(
      name: "ImportingTests",
      dependencies: ["System", "Text", "Records", "Reading", "Query", "Importing", "TestSupport"],
      path: "Tests/ImportingTests"),
    .testTarget(
      name: "DashboardTests",
      dependencies: [
        "Text", "Records", "Reading", "Query", "Importing", "Canvas", "Charts", "Browsing", "Talk",
        "Linear", "Handout", "BuiltIn", "TestSupport",
      ],
      path: "Tests/DashboardTests", exclude: ["Goldens"]),
    .testTarget(
      name: "TablesTests",
      dependencies: ["Text", "Records", "Reading", "Query", "Tables", "TestSupport"],
      path: "Tests/TablesTests"),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "CPseudoTerminal", "Terminal", "Text", "Records", "Canvas", "Charts", "Browsing",
        "TestSupport", "TerminalEmulator", "TerminalProbe",
      ],
      path: "Tests/TerminalTests"),
    .testTarget(
      name: "SharingTests", dependencies: ["System", "Sharing", "TestSupport", "dossier"],
      path: "Tests/SharingTests"),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "System", "Text", "Records", "Reading", "Query", "Canvas", "Charts", "Browsing", "Talk",
        "Linear", "Handout", "Terminal", "Confinement", "BuiltIn", "TestSupport",
        "TerminalEmulator", "dossier", "ConfinementProbe",
      ],
      path: "Tests/EndToEndTests"),
  ],
  swiftLanguageModes: [.v6]
)

// What strangers' bytes are given to: `make fuzz` builds it with libFuzzer, into a folder of its own,
// and the tests run it with the corpus. Two targets cannot
// share a folder, so only one of them exists at a time.
let isFuzzed = Context.environment["DOSSIER_FUZZ"] != nil
let fuzzed: [Target.Dependency] = [
  "Text", "Records", "Reading", "Query", "Canvas", "Charts", "Browsing", "Talk", "Linear",
  "Handout", "Tables", "Terminal", "Sharing", "TestSupport",
]
package.targets.append(
  isFuzzed
    ? .executableTarget(
      name: "dossier-fuzz", dependencies: fuzzed, path: "Tests/Fuzz",
      exclude: ["Corpus", "CorpusTests.swift"],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
    : .testTarget(
      name: "FuzzTests", dependencies: fuzzed, path: "Tests/Fuzz",
      exclude: ["Corpus", "Fuzz.swift"]))

// The same settings everywhere, so that no target is laxer than another.
for target in package.targets where ![.system, .plugin].contains(target.type) {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
  if isFuzzed {
    target.swiftSettings? += [.unsafeFlags(["-sanitize=fuzzer", "-enable-testing"])]
  }
}
