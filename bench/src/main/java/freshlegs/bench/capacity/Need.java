package freshlegs.bench.capacity;

/**
 * What so many athletes need: files a second as a mean and at the peak; processor cores at the peak; megabytes a second written to Kafka's
 * disks at the peak; terabytes after some years of originals, of Kafka's logs with all copies, of the streams' stores (once) and of tables.
 */
public record Need(
        long athletes,
        double filesASecond,
        double peakFiles,
        double peakTurns,
        double cores,
        double logMegabytes,
        double originals,
        double logs,
        double state,
        double tables) {
    private static final double SECONDS_A_YEAR = 365 * 86_400.0;
    private static final double SECONDS_AN_HOUR = 3_600;
    private static final double DAYS = 365;
    private static final double KB_IN_TB = 1e9;

    public static Need of(long athletes, Costs costs, Habits habits) {
        double files = athletes * habits.filesAYear() / SECONDS_A_YEAR;
        double peak = habits.busiestDay() * habits.busiestHour() / SECONDS_AN_HOUR / DAYS * athletes;
        double peakFiles = peak * habits.filesAYear();
        double peakTurns = peakFiles + peak * habits.days();
        double years = athletes * habits.years();
        double clean =
                costs.facts() + costs.results() + costs.changelogs() + habits.filesAYear() * costs.recordingOfFile();
        return new Need(
                athletes,
                files,
                peakFiles,
                peakTurns,
                peakTurns * costs.processorOfFile() / 1e3 / habits.use(),
                (peakFiles * costs.recordingOfFile() + peakTurns * costs.recordsOfFile()) * habits.copies() / 1e3,
                years * habits.filesAYear() * habits.fileKilobytes() / KB_IN_TB,
                years * clean * habits.copies() * habits.compaction() / KB_IN_TB,
                years * costs.state() / KB_IN_TB,
                years * costs.tables() / KB_IN_TB);
    }
}
