// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "chaperone",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "chaperone", targets: ["chaperone"]),
    .executable(name: "chaperone-hook", targets: ["chaperone-hook"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .systemLibrary(
      name: "Clibgit2", pkgConfig: "libgit2",
      providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
    .systemLibrary(
      name: "Clibyaml", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),

    // Judgement: pure values, no input or output, no clock.
    .target(name: "YAML", dependencies: ["Clibyaml"]),
    .target(name: "Changes"),
    .target(name: "Drafts", dependencies: ["Changes", "YAML"]),
    .target(name: "Media"),
    .target(name: "Policy", dependencies: ["Changes", "Drafts", "Media", "YAML"]),
    .target(name: "BuiltinRules", dependencies: ["Policy"], plugins: ["EmbedRules"]),
    .target(
      name: "Approvals",
      dependencies: ["Changes", "Drafts", "YAML", .product(name: "Crypto", package: "swift-crypto")]),

    .target(name: "Review", dependencies: ["Approvals", "Changes", "Drafts", "Policy"]),

    // Input and output, and the place where both sides meet.
    .target(name: "Git", dependencies: ["Changes", "Clibgit2"]),
    .target(
      name: "Gate",
      dependencies: ["Approvals", "BuiltinRules", "Changes", "Drafts", "Git", "Media", "Policy", "Review", "YAML"],
      plugins: ["EmbedRules"]),
    .executableTarget(
      name: "chaperone",
      dependencies: [
        "Approvals", "BuiltinRules", "Changes", "Drafts", "Gate", "Git", "Policy", "Review", "YAML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "chaperone-hook", dependencies: ["Changes", "Drafts", "Gate", "Git"]),

    // Build time: packs the files under Rules/ and Hooks/ into the binaries.
    .executableTarget(name: "embed-rules", dependencies: ["Changes", "Git", "Policy"]),
    .plugin(name: "EmbedRules", capability: .buildTool(), dependencies: ["embed-rules"], path: "Sources/EmbedRules"),

    // `make bench`: measures the built programs beside git and peers.
    .executableTarget(
      name: "bench",
      dependencies: [
        "Approvals", "BuiltinRules", "Changes", "Drafts", "Gate", "Git", "Policy",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      path: "Tests/Benchmarks"),

    .target(name: "TestSupport", dependencies: ["Changes", "YAML"], path: "Tests/TestSupport"),
    .testTarget(name: "YAMLTests", dependencies: ["YAML", "TestSupport"]),
    .testTarget(name: "ChangesTests", dependencies: ["Changes", "TestSupport"]),
    .testTarget(name: "DraftsTests", dependencies: ["Changes", "Drafts", "YAML", "TestSupport"]),
    .testTarget(name: "MediaTests", dependencies: ["Media", "TestSupport"]),
    .testTarget(
      name: "PolicyTests",
      dependencies: ["BuiltinRules", "Changes", "Drafts", "Media", "Policy", "YAML", "TestSupport"]),
    .testTarget(
      name: "ApprovalsTests",
      dependencies: [
        "Approvals", "Changes", "Drafts", "YAML", "TestSupport", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(
      name: "ReviewTests",
      dependencies: [
        "Approvals", "Changes", "Drafts", "Review", "YAML", "TestSupport",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(name: "GitTests", dependencies: ["Changes", "Git", "TestSupport"]),
    .testTarget(
      name: "GateTests",
      dependencies: [
        "Approvals", "Changes", "Drafts", "Gate", "Git", "Review", "YAML", "TestSupport", "chaperone-hook",
      ]),
    .testTarget(name: "HookTests", dependencies: ["TestSupport", "chaperone", "chaperone-hook"]),
    .testTarget(
      name: "CommandTests",
      dependencies: ["Approvals", "Drafts", "Gate", "Policy", "YAML", "TestSupport", "chaperone", "chaperone-hook"],
      exclude: ["Check/Snapshots", "Rules/Snapshots", "Setup/Snapshots", "SignOff/Snapshots", "Queue/Snapshots"]),
  ]
)

for target in package.targets where target.type != .system && target.type != .plugin {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
