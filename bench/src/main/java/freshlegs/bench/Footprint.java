package freshlegs.bench;

import freshlegs.bench.facts.Histories;
import freshlegs.bench.facts.Order;
import freshlegs.bench.replay.Replay;
import freshlegs.bench.report.Figure;
import freshlegs.bench.report.Measure;
import freshlegs.bench.service.Logs;
import freshlegs.bench.service.Memory;
import freshlegs.bench.service.Program;
import freshlegs.bench.service.Scratch;
import freshlegs.bench.service.Station;
import freshlegs.bench.service.StreamsUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a history leaves behind on disk, and what the process takes beyond its heap, whose pages are all touched at the start. */
final class Footprint implements Benchmark.Way {
    private static final List<String> WHOLE_HEAP = List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch");
    private static final double KILOBYTE = 1000;
    private static final double MEBIBYTE = 1024 * 1024;

    @Override
    public List<Figure> measure(Bench bench) throws InterruptedException {
        List<Figure> all = new ArrayList<>();
        for (int athletes : bench.scale().footprints()) {
            measure(bench, new Histories(Scale.SEED, athletes, bench.scale().replayDays()), all);
        }
        return all;
    }

    private static void measure(Bench bench, Histories histories, List<Figure> all) throws InterruptedException {
        try (Station station = Station.open(histories, Order.CHRONOLOGICAL)) {
            Memory memory = Replay.of(Program.SEASON, station, histories, bench.with(WHOLE_HEAP))
                    .memory();
            double years = histories.athleteYears();
            long state = Scratch.bytesUnder(StreamsUnderTest.state(station.folder(Program.SEASON.application())));
            long changelogs = Logs.of(station.kafka()).changelogs(Program.SEASON);
            bench.say(histories + ": " + memory + ", state " + state + ", changelogs " + changelogs);
            String athletes = String.format(Locale.ROOT, "%.0f athlete-years", histories.athleteYears());
            all.add(Measure.STATE.seen(state / KILOBYTE / years, athletes + ", stores closed"));
            all.add(Measure.CHANGELOG.seen(changelogs / KILOBYTE / years, athletes + ", before any compaction"));
            if (memory.mostResident() > 0) {
                all.add(Measure.BEYOND_HEAP.seen(memory.beyondHeap() / MEBIBYTE, athletes + ", " + parts(memory)));
            }
        }
    }

    private static String parts(Memory memory) {
        return String.format(
                Locale.ROOT,
                "of it classes and code %.0f, block cache %.0f with write buffers %.0f, table readers %.0f",
                memory.runtime() / MEBIBYTE,
                memory.blockCache() / MEBIBYTE,
                memory.writeBuffers() / MEBIBYTE,
                memory.tableReaders() / MEBIBYTE);
    }
}
