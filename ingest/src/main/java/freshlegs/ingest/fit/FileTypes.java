package freshlegs.ingest.fit;

/** What a file calls itself, in words; only ever used to explain, because content decides. */
final class FileTypes {
    private FileTypes() {}

    static String name(int type) {
        return switch (type) {
            case 1 -> "a device description";
            case 2 -> "a settings file";
            case 3 -> "a sport settings file";
            case 4, 20 -> "an activity without session or samples";
            case 5 -> "a planned workout";
            case 6 -> "a course";
            case 7 -> "a training schedule";
            case 9 -> "a weight file";
            case 10 -> "a totals file";
            case 11 -> "a goals file";
            case 14 -> "a blood pressure file";
            case 15, 28, 32 -> "a monitoring file without a resting heart rate";
            case 34, 35 -> "a segment file";
            case 44 -> "a metrics file";
            case 49 -> "a sleep file that shows no sleep";
            case 68 -> "an HRV file without a night's mean";
            case 73 -> "a skin temperature file";
            default -> "a file of no kind that trends need";
        };
    }
}
