import Glibc
import TestSupport
import Testing

@testable import Tables

/// Large tables are read in bounded time.
@Suite struct DataTableSizeTests {
  @Test func awkwardTablesTakeNoLongerThanOthers() throws {
    let (most, half, quarter) = (
      Trials.count(1 << 20), Trials.count(1 << 19), Trials.count(1 << 18)
    )
    let tables = [
      String(repeating: "\"", count: most), String(repeating: "\"a,", count: half),
      String(repeating: "\"\"\"x,", count: quarter), String(repeating: ",", count: most),
      String(repeating: "1,2\n", count: quarter), String(repeating: "\n", count: most),
      String(repeating: "x", count: most),
      (0..<Trials.count(100_000)).map { "n\($0),\($0)\n" }.joined(),
    ]
    for text in tables {
      // The time of this thread alone, because other tests may keep the machine busy.
      let start = seconds()
      _ = dataFault(text)
      #expect(seconds() - start < 20, "\(text.prefix(20))")
    }
  }

  private func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test func namesAlongTheAxisAreBounded() throws {
    let data = try dataTable("name,v\n" + (0..<12_000).map { "n\($0),\($0)\n" }.joined()).readAll()
    #expect(data.categories.count == 10_000)
    #expect(data.notes == ["has more names than 10000; only these are drawn"])
  }
}
