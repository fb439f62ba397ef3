package freshlegs.ingest;

import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Remembers in a small file on which day each athlete's latest fact lies and which days were already told to be over. Losing
 * it costs nothing but some repeated facts and the days of athletes of whom nothing new comes.
 */
final class Calendar {
    private static final int DAYS_OF_INTEREST = 60;

    private final Path file;
    private final Map<AthleteId, Page> pages = new TreeMap<>();
    private boolean changed;

    /** Of some athletes, as a file tells that held those of others too. */
    static Calendar split(Path file, Path from, Predicate<AthleteId> whose) {
        Calendar calendar = new Calendar(from);
        Calendar own = new Calendar(file);
        own.pages.putAll(calendar.pages);
        own.pages.keySet().removeIf(whose.negate());
        own.changed = true;
        return own;
    }

    private record Page(LocalDate lastFact, Optional<LocalDate> closedThrough) {}

    private record Entry(AthleteId athlete, LocalDate lastFact, Optional<LocalDate> closedThrough) {}

    Calendar(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try {
                for (Entry entry : Json.readList(Files.readString(file), Entry.class)) {
                    pages.put(entry.athlete(), new Page(entry.lastFact(), entry.closedThrough()));
                }
            } catch (IOException | UncheckedIOException e) {
                pages.clear();
            }
        }
    }

    void note(AthleteId athlete, LocalDate day) {
        Page page = pages.get(athlete);
        if (page == null || page.lastFact().isBefore(day)) {
            pages.put(athlete, new Page(day, page == null ? Optional.empty() : page.closedThrough()));
            changed = true;
        }
    }

    /** Their days are told no more. */
    void forget(Predicate<AthleteId> who) {
        changed |= pages.keySet().removeIf(who);
    }

    Set<AthleteId> athletes() {
        return Set.copyOf(pages.keySet());
    }

    /**
     * Days that are over at the beginning of {@code today} and were not told yet: from the latest fact on, for athletes with
     * a fact in the last 60 days. A fact in the future says nothing of the present.
     */
    List<LocalDate> due(AthleteId athlete, LocalDate today) {
        Page page = pages.get(athlete);
        if (page == null || page.lastFact().isBefore(today.minusDays(DAYS_OF_INTEREST))) {
            return List.of();
        }
        LocalDate first = page.closedThrough().map(day -> day.plusDays(1)).orElse(page.lastFact());
        List<LocalDate> due = new ArrayList<>();
        LocalDate day = max(first, today.minusDays(DAYS_OF_INTEREST));
        for (; day.isBefore(today); day = day.plusDays(1)) {
            due.add(day);
        }
        return due;
    }

    void closed(AthleteId athlete, LocalDate day) {
        pages.computeIfPresent(athlete, (key, page) -> new Page(page.lastFact(), Optional.of(day)));
        changed = true;
    }

    void save(Path temporary) throws IOException {
        if (changed) {
            List<Entry> entries = new ArrayList<>();
            pages.forEach((athlete, page) -> entries.add(new Entry(athlete, page.lastFact(), page.closedThrough())));
            DurableFiles.write(file, Json.write(entries), temporary);
            changed = false;
        }
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
