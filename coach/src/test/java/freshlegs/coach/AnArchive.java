package freshlegs.coach;

import freshlegs.coach.takeout.KeptFiles;
import freshlegs.model.AthleteId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who keeps two files of each athlete, and counts how often they were asked to look for those who leave. */
public final class AnArchive implements Leaving, KeptFiles {
    private final AtomicInteger looks = new AtomicInteger();

    public WaysIn waysIn() {
        WaysIn known = WaysIn.unknown();
        return new WaysIn(
                known.uploads(), known.inbox(), known.intake(), known.runs(), known.routes(), Optional.of(this));
    }

    public int looks() {
        return looks.get();
    }

    @Override
    public KeptFiles kept() {
        return this;
    }

    @Override
    public String ways(AthleteId athlete) {
        return "{\"watches\":[]}";
    }

    @Override
    public void each(AthleteId athlete, Taker taker) throws IOException {
        for (String name : new String[] {"1-run.fit", "2-export.zip"}) {
            taker.take(name, Instant.parse("2026-11-19T10:00:00Z"), content(athlete + " " + name));
        }
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void look() {
        looks.incrementAndGet();
    }
}
