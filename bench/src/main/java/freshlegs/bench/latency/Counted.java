package freshlegs.bench.latency;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;

/** The seconds that a running product has spent on reading files and on folding, as its own histograms have them. */
record Counted(double reading, double folding) {
    private static final String READING = "freshlegs_intake_decode_seconds_sum";
    private static final String FOLDING = "freshlegs_streams_fold_seconds_sum";
    private static final int TRIES = 5;
    private static final long PAUSE_MILLIS = 500;

    static Counted of(URI metrics) throws IOException, InterruptedException {
        String text = "";
        for (int tries = 0; tries < TRIES && !text.contains(FOLDING); tries++) {
            TimeUnit.MILLISECONDS.sleep(tries * PAUSE_MILLIS);
            text = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(metrics.resolve("/metrics")).build(), BodyHandlers.ofString())
                    .body();
        }
        if (!text.contains(FOLDING)) {
            throw new IllegalStateException("the product does not show its metrics");
        }
        return new Counted(sum(text, READING), sum(text, FOLDING));
    }

    private static double sum(String text, String series) {
        return text.lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    Counted minus(Counted before) {
        return new Counted(reading - before.reading, folding - before.folding);
    }
}
