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

    // What all parts ask of the operating system: the time, and files read and written whole.
    .target(name: "System", path: "Sources/Model/System"),

    // The shared model: records, reading, queries, exporting.
    .target(
      name: "Model", dependencies: ["System", "CMarkdown", "CYAML"], path: "Sources/Model",
      exclude: ["System"]),

    // The front end. The compiler keeps the arrows: only Terminal sees ncurses.
    .target(name: "Interface", dependencies: ["Model"], path: "Sources/Dashboard/Interface"),
    .target(
      name: "Terminal", dependencies: ["Interface", "System", "CNcurses"],
      path: "Sources/Dashboard/Terminal"),
    .target(
      name: "BuiltIn", dependencies: ["Model", "System"], path: "Sources/Dashboard/BuiltIn",
      plugins: ["EmbedDossier"]),
    // Tables of anybody's, and the charts they make.
    .target(name: "Tables", dependencies: ["Model", "Interface"], path: "Sources/Dashboard/Tables"),
    // What a briefing's presenters and followers say to each other; knows nothing of what it carries.
    .target(name: "Sharing", dependencies: ["System"], path: "Sources/Dashboard/Sharing"),
    // What a process gives up for good, where strangers use it.
    .target(
      name: "Confinement", dependencies: ["CConfinement"], path: "Sources/Dashboard/Confinement"),
    .executableTarget(
      name: "dossier",
      dependencies: [
        "System", "Model", "Interface", "Tables", "Terminal", "Sharing", "Confinement", "BuiltIn",
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
      name: "TestSupport", dependencies: ["System", "Model", "Interface", "CPseudoTerminal"],
      path: "Tests/TestSupport"),
    // The terminal that tests read the real screen through. Only tests use it, so that `swift build`
    // works without libvterm.
    .systemLibrary(
      name: "CVTerm", path: "Tests/CVTerm", pkgConfig: "vterm",
      providers: [.apt(["libvterm-dev"])]),
    .testTarget(
      name: "TerminalEmulator", dependencies: ["Interface", "CVTerm"],
      path: "Tests/TerminalEmulator"),
    // A program that starts a session and shows what it is told, for the tests of Terminal.
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal", "Interface"], path: "Tests/TerminalProbe"),
    // A program that confines itself and makes one call of the system, for the tests of Confinement.
    .executableTarget(
      name: "ConfinementProbe", dependencies: ["Confinement", "CConfinement"],
      path: "Tests/ConfinementProbe"),
    // What `make bench` runs.
    .executableTarget(
      name: "dossier-bench",
      dependencies: ["Model", "Interface", "Sharing", "BuiltIn", "TestSupport"],
      path: "Tests/Bench", exclude: ["Peers"]),
    .testTarget(
      name: "ModelTests", dependencies: ["System", "Model", "BuiltIn", "TestSupport"],
      path: "Tests/ModelTests", exclude: ["Fixtures"]),
    .testTarget(
      name: "InterfaceTests", dependencies: ["Model", "Interface", "BuiltIn", "TestSupport"],
      path: "Tests/InterfaceTests", exclude: ["Goldens"]),
    .testTarget(
      name: "TablesTests", dependencies: ["Model", "Tables", "TestSupport"],
      path: "Tests/TablesTests"),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "CPseudoTerminal", "Terminal", "Interface", "TestSupport", "TerminalEmulator",
        "TerminalProbe",
      ],
      path: "Tests/TerminalTests"),
    .testTarget(
      name: "SharingTests", dependencies: ["System", "Sharing", "TestSupport", "dossier"],
      path: "Tests/SharingTests"),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "System", "Model", "Interface", "Terminal", "Confinement", "BuiltIn", "TestSupport",
        "TerminalEmulator", "dossier", "ConfinementProbe",
      ],
      path: "Tests/EndToEndTests"),
  ],
  swiftLanguageModes: [.v6]
)

// What strangers' bytes are given to: `make fuzz` builds it with libFuzzer, into a folder of its own,
// and the tests run it with the corpus. A target has one folder, so that each has it by turns.
let isFuzzed = Context.environment["DOSSIER_FUZZ"] != nil
let fuzzed: [Target.Dependency] = [
  "Model", "Interface", "Tables", "Terminal", "Sharing", "TestSupport",
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
