/// Gives slots to distinct people so that as many slots as possible are filled.
///
/// Filling one slot after the other with whoever comes first can fail where a solution exists: if one person may sign
/// for A and B and another only for A, taking the first for A leaves B open. Augmenting paths (Kuhn's algorithm) find
/// a maximum.
enum PersonMatching {
  /// - Parameter candidates: For each slot the people who may fill it, in the order of preference.
  /// - Returns: For each slot the person who fills it, `nil` where the slot stays open. A slot filled early is never
  ///   opened again for a later one, so earlier slots come first where not all can be filled.
  /// - Complexity: O(slots · edges).
  static func maximum(_ candidates: [[PersonID]]) -> [PersonID?] {
    var slotOf: [PersonID: Int] = [:]
    for slot in candidates.indices {
      var visited: Set<PersonID> = []
      _ = fill(slot, candidates, &slotOf, &visited)
    }
    var people = [PersonID?](repeating: nil, count: candidates.count)
    for (person, slot) in slotOf { people[slot] = person }
    return people
  }

  private static func fill(
    _ slot: Int, _ candidates: [[PersonID]], _ slotOf: inout [PersonID: Int], _ visited: inout Set<PersonID>
  ) -> Bool {
    for person in candidates[slot] where visited.insert(person).inserted {
      guard let other = slotOf[person] else {
        slotOf[person] = slot
        return true
      }
      if fill(other, candidates, &slotOf, &visited) {
        slotOf[person] = slot
        return true
      }
    }
    return false
  }
}
