"""chart.py TOOL DATA: draws the table in DATA once and prints the picture.
chart.py TOOL DATA ROUNDS: prints the median milliseconds of a picture instead."""
import statistics
import sys
import time

WIDTH, HEIGHT = 100, 30
NAMES = ["Imports", "Exports"]
TITLE = "Trade of an imagined country"


def plotext(x, columns):
    import plotext

    if hasattr(plotext, "plotsize"):

        def draw():
            plotext.clear_figure()
            # Without this it keeps to the terminal that it believes to see.
            plotext.limit_size(False, False)
            plotext.plotsize(WIDTH, HEIGHT)
            for name, column in zip(NAMES, columns):
                plotext.plot(x, column, marker="braille", label=name)
            plotext.title(TITLE)
            return plotext.build()

        return draw
    figure = plotext.figure

    def draw():
        figure.clear()
        plotext.terminal.limit(False, False)
        figure.plot_size(WIDTH, HEIGHT)
        for name, column in zip(NAMES, columns):
            figure.draw(figure.signal(x, column, marker="braille").lines().label(name))
        figure.title(TITLE)
        return figure.build().string()

    return draw


def uniplot(x, columns):
    from uniplot import plot_to_string
    from uniplot.axis_labels import extended_talbot_labels

    def draw():
        # It remembers ticks: for values that it has not seen it has to look for them.
        memory = getattr(extended_talbot_labels, "extended_talbot_labels", None)
        if hasattr(memory, "cache_clear"):
            memory.cache_clear()
        # Its own frame and labels take 12 columns and 5 rows more.
        return plot_to_string(
            xs=[x] * len(columns), ys=columns, lines=True, legend_labels=NAMES, title=TITLE,
            width=WIDTH - 12, height=HEIGHT - 5, character_set="braille")

    return draw


def main(tool, path, rounds=0):
    with open(path, encoding="utf-8") as file:
        rows = [[float(cell) for cell in line.split()] for line in file]
    x, *columns = [list(column) for column in zip(*rows)]
    draw = {"plotext": plotext, "uniplot": uniplot}[tool](x, columns)
    if not rounds:
        print(draw())
        return
    times = []
    for _ in range(rounds + 2):
        start = time.perf_counter()
        draw()
        times.append(time.perf_counter() - start)
    print(statistics.median(times[2:]) * 1000)


main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 0)
