package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Session;
import freshlegs.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Every recording of an athlete by the time at which it began, so that those which may be copies of one run are found without
 * reading a session. Times from a wrong clock mean nothing: there only what has the same name can be a copy.
 */
final class Copies {
    private static final String OFF_CLOCK = "off-clock/";

    private final Shelf shelf;

    Copies(Shelf shelf) {
        this.shelf = shelf;
    }

    void put(Session session) {
        Candidate candidate = Candidate.of(session);
        String place = place(session, candidate);
        shelf.put(
                where(session.athlete(), session.factId(), session.revision()), place.getBytes(StandardCharsets.UTF_8));
        shelf.put(key(session.athlete(), place, session.factId(), session.revision()), Json.write(candidate));
    }

    /** Whether nothing that is held may be a copy of this, which is held. */
    boolean isAlone(Session session) {
        List<String> place = List.of(place(session, Candidate.of(session)));
        return neighbourhoods(session.athlete(), place).stream().allMatch(near -> near.size() == 1);
    }

    private static String place(Session session, Candidate candidate) {
        return Clocks.canBeRight(session) ? Stretch.of(candidate).toString() : OFF_CLOCK + candidate.factId();
    }

    void remove(AthleteId athlete, String factId, String revision) {
        place(athlete, factId, revision).ifPresent(place -> {
            shelf.remove(key(athlete, place, factId, revision));
            shelf.remove(where(athlete, factId, revision));
        });
    }

    /** Where a recording that is held lies, as {@link #neighbourhoods} wants to be told. */
    Optional<String> place(AthleteId athlete, String factId, String revision) {
        return shelf.get(where(athlete, factId, revision)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Where all that has this name lies. */
    List<String> places(AthleteId athlete, String factId) {
        return shelf.startingWith(where(athlete, factId, "")).values().stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    /** Where anything lies. */
    Set<String> places(AthleteId athlete) {
        return shelf.startingWith(athlete + "/where/").values().stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All recordings that may be copies of what lies, or lay, at these places: those of one list never of those of another. */
    List<List<Candidate>> neighbourhoods(AthleteId athlete, Collection<String> places) {
        List<List<Candidate>> all = new ArrayList<>();
        for (String place : places) {
            if (place.startsWith(OFF_CLOCK)) {
                all.add(List.copyOf(
                        read(shelf.startingWith(runs(athlete) + place + "/")).values()));
            }
        }
        List<Stretch> stretches = places.stream()
                .filter(place -> !place.startsWith(OFF_CLOCK))
                .map(Stretch::parse)
                .sorted(Comparator.comparingLong(Stretch::from))
                .toList();
        long done = 0;
        for (Stretch stretch : Stretch.merged(stretches)) {
            if (stretch.until() > done) {
                Neighbours neighbours = neighbours(athlete, stretch);
                all.add(neighbours.candidates());
                done = neighbours.until();
            }
        }
        return all;
    }

    private record Neighbours(List<Candidate> candidates, long until) {}

    /** Everything whose time hangs together with the stretch, one recording overlapping the next. */
    private Neighbours neighbours(AthleteId athlete, Stretch stretch) {
        SortedMap<String, Candidate> found = new TreeMap<>();
        long read = beginning(athlete, stretch.from());
        long until = stretch.until();
        while (read < until) {
            SortedMap<String, Candidate> more = between(athlete, read, until);
            read = until;
            for (Candidate candidate : more.values()) {
                until = Math.max(until, candidate.reachMillis());
            }
            found.putAll(more);
        }
        return new Neighbours(List.copyOf(found.values()), until);
    }

    private long beginning(AthleteId athlete, long from) {
        long earliest = from;
        while (true) {
            long until = earliest;
            Optional<Candidate> before =
                    between(athlete, until - Candidate.FURTHEST_MILLIS - 1, until).values().stream()
                            .filter(candidate -> candidate.reachMillis() > until)
                            .findFirst();
            if (before.isEmpty()) {
                return earliest;
            }
            earliest = before.get().startMillis();
        }
    }

    private SortedMap<String, Candidate> between(AthleteId athlete, long from, long until) {
        String runs = runs(athlete);
        return read(shelf.between(runs + Stretch.moment(from), runs + Stretch.moment(until)));
    }

    private static SortedMap<String, Candidate> read(SortedMap<String, byte[]> held) {
        SortedMap<String, Candidate> read = new TreeMap<>();
        held.forEach((key, bytes) -> read.put(key, Json.read(bytes, Candidate.class)));
        return read;
    }

    private static String key(AthleteId athlete, String place, String factId, String revision) {
        return runs(athlete) + String.join("/", place, factId, revision);
    }

    private static String runs(AthleteId athlete) {
        return athlete + "/run/";
    }

    private static String where(AthleteId athlete, String factId, String revision) {
        return String.join("/", athlete.value(), "where", factId, revision);
    }
}
