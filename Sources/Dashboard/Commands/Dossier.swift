import Glibc

@main
struct Main {
  package static func main() {
    exit(Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }
}
