import TestSupport
import Testing

@testable import Approvals

@Suite("Distinct people for distinct roles")
struct PersonMatchingTests {
  /// The size of the largest assignment, by trying all of them.
  private func largest(_ candidates: [[PersonID]], from slot: Int = 0, used: Set<PersonID> = []) -> Int {
    guard slot < candidates.count else { return 0 }
    var best = largest(candidates, from: slot + 1, used: used)
    for person in candidates[slot] where !used.contains(person) {
      best = max(best, 1 + largest(candidates, from: slot + 1, used: used.union([person])))
    }
    return best
  }

  @Test("as many slots as trying everything fills")
  func maximum() {
    var random = DeterministicGenerator(seed: 4)
    let people = (0..<5).compactMap { PersonID("p\($0)") }
    for _ in 0..<2000 {
      let candidates = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        people.filter { _ in Bool.random(using: &random) }
      }
      let matched = PersonMatching.maximum(candidates)
      let filled = matched.compactMap { $0 }
      #expect(filled.count == largest(candidates))
      #expect(Set(filled).count == filled.count)
      for (person, allowed) in zip(matched, candidates) {
        if let person { #expect(allowed.contains(person)) }
      }
    }
  }
}
