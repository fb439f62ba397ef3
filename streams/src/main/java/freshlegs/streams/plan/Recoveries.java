package freshlegs.streams.plan;

/**
 * Full recoveries, walking or jogging: two minutes after 150 m, two and a half after 200 m and more, and after longer repeats at
 * least as long as the repeat, in half minutes (training guide; the numbers are our own choice).
 */
final class Recoveries {
    private static final int STEP_SECONDS = 30;

    private Recoveries() {}

    static int seconds(int metres, double repeatSeconds) {
        int least = metres < 200 ? 120 : 150;
        return Math.max(least, STEP_SECONDS * (int) Math.ceil(repeatSeconds / STEP_SECONDS));
    }
}
