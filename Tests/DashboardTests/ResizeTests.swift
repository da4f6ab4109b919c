import Testing

@testable import Browsing
@testable import Canvas

/// That a text stays at the words that stood at its top, through any number of sizes.
@Suite struct ResizeTests {
  private func top(_ driver: Driver) -> Int {
    driver.state.visit[panel: 1].scroll
  }

  @Test func manySizesLeadBackToTheSameLine() {
    var driver = Driver()
    driver.press("2 Space Space Space j")
    let scroll = top(driver)
    #expect(scroll > 0)
    for width in Array(1...40) + Array(stride(from: 300, to: 41, by: -7)) {
      driver.send(.resize(Size(width: width, height: 1 + width % 50)))
    }
    driver.send(.resize(Size(width: 80, height: 24)))
    #expect(top(driver) == scroll)
  }

  @Test func aTextThatFitsWholeComesBackToItsPlace() {
    var driver = Driver()
    driver.press("2 Space")
    let scroll = top(driver)
    driver.send(.resize(Size(width: 80, height: 2000)))
    #expect(top(driver) == 0)
    driver.send(.resize(Size(width: 80, height: 24)))
    #expect(top(driver) == scroll)
  }

  @Test func scrollingBetweenTwoSizesCounts() {
    var driver = Driver()
    driver.press("2 Space")
    driver.send(.resize(Size(width: 100, height: 24)))
    driver.press("G")
    let end = top(driver)
    driver.send(.resize(Size(width: 100, height: 30)))
    driver.send(.resize(Size(width: 100, height: 24)))
    #expect(top(driver) == end)
    driver.press("g")
    driver.send(.resize(Size(width: 100, height: 24)))
    #expect(top(driver) == 0)
  }
}
