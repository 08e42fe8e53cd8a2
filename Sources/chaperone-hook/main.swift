import Drafts
import Gate
import Git

/// `chaperone-hook HOOK [ARGUMENT…]`: what the shims under `Hooks/` run. Git's arguments in, an exit status out.

/// Prints an answer on standard error and ends with its status.
func end(_ answer: HookAnswer) -> Never {
  do {
    try Platform.write(Array(answer.text.utf8), to: .error)
  } catch {
    // Nobody reads what is printed; the status still tells git.
    Platform.leave(answer.status == 0 ? 0 : answer.status)
  }
  Platform.leave(answer.status)
}

let started = Platform.monotonicNanoseconds
var arguments = Array(CommandLine.arguments.dropFirst())
let showsTime = Platform.environment["CHAPERONE_TIMING"] == "1" || arguments.first == "--timing"
if arguments.first == "--timing" { arguments.removeFirst() }

let environment: GitEnvironment
do {
  environment = try GitEnvironment.current()
} catch {
  end(HookAnswer(status: 3, text: "chaperone: \(error.description)\n"))
}
let style = ReportStyle.forTerminal(
  Platform.isTerminal(.error), width: Platform.terminalWidth(.error), environment: environment.variables)
let now = Timestamp(secondsSince1970: Int(Platform.secondsSinceEpoch))
let gatekeeper = Gatekeeper(environment: environment, now: now, style: style)

var answer: HookAnswer
do throws(GateError) {
  let invocation = try HookInvocation.parse(arguments) { () throws(GateError) in
    do throws(PlatformError) {
      return try Platform.readStandardInput(limit: 64 * 1_048_576)
    } catch {
      throw .unreadable("standard input cannot be read: \(error.description)")
    }
  }
  answer = gatekeeper.answer(invocation)
} catch {
  answer = gatekeeper.undecided(error)
}
if showsTime {
  let microseconds = (Platform.monotonicNanoseconds - started) / 1000
  answer.text += "chaperone: \(arguments.first ?? "") took \(microseconds / 1000).\(microseconds % 1000 / 100) ms\n"
}
end(answer)
