import ArgumentParser

/// How a check is printed.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, jsonl
}

/// How everything else is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
