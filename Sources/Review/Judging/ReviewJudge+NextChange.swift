internal import Approvals
public import Drafts

extension ReviewJudge {
  /// The first moment after ``now`` at which the same facts give another item, or may: until then it can be kept.
  ///
  /// The next of every moment the facts name: signatures, keys, roles and consents that begin or end, dates of the
  /// draft, and the days before an end on which it is mentioned. Never later than the end of the day in UTC, because a
  /// rule may look at the date.
  public func nextChange(_ facts: ReviewFacts) -> Timestamp {
    let day = 86_400
    let seconds = now.secondsSince1970
    var moments = [Timestamp(secondsSince1970: seconds - ((seconds % day) + day) % day + day)]
    for item in facts.evidence {
      guard let record = item.record else { continue }
      let decision = record.decision
      moments += [decision.signedAt.adding(seconds: -StandingQuestion.clockSkew), decision.signedAt, decision.expires]
      if let expiry = facts.question?.expiry(of: decision) { moments.append(expiry) }
      if case .proven(let signer) = item.trust {
        moments += [signer.validAfter, signer.validBefore].compactMap(\.self)
      }
    }
    for person in people.byID.values {
      for assignment in person.assignments { moments += [assignment.from, assignment.until].compactMap(\.self) }
    }
    for consent in facts.consents { moments += [consent.signed, consent.expires, consent.ends] }
    moments += [facts.publishDate, facts.expiryDate].compactMap(\.self)
    let announced = moments.map { $0.adding(seconds: -ReviewItem.noticePeriod) }
    return (moments + announced).filter { $0 > now }.min() ?? now
  }
}
