package freshlegs.coach;

import freshlegs.model.AthleteId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** An intake whose folders, keys and connections are as a test says. */
public final class AnIntake implements Routes {
    private static final Instant MADE = Instant.parse("2026-11-01T09:00:00Z");

    private final List<Key> keys = new CopyOnWriteArrayList<>();
    private volatile Folder folder = Folder.MISSING;
    private volatile Optional<Relay> relay = Optional.empty();
    private volatile Optional<List<Account>> garmin = Optional.empty();
    private volatile int waiting;

    public WaysIn waysIn(ADesk desk) {
        WaysIn known = desk.waysIn();
        return new WaysIn(
                known.uploads(), known.inbox(), known.intake(), known.runs(), Optional.of(this), known.leaving());
    }

    /** Nothing is set up any more. */
    public void reset() {
        keys.clear();
        folder = Folder.MISSING;
        relay = Optional.empty();
        garmin = Optional.empty();
        waiting = 0;
    }

    public AnIntake withFolder(Folder state) {
        folder = state;
        return this;
    }

    public AnIntake withRelay(Relay connection) {
        relay = Optional.of(connection);
        return this;
    }

    public AnIntake withGarmin(Account account) {
        garmin = Optional.of(List.of(account));
        return this;
    }

    public AnIntake withWaiting(int files) {
        waiting = files;
        return this;
    }

    public AnIntake withKey(String name, Optional<LocalDate> used) {
        keys.add(new Key("k" + keys.size(), name, MADE, used));
        return this;
    }

    @Override
    public Standing standing(AthleteId athlete) {
        return new Standing(folder, waiting, new ArrayList<>(keys), relay, garmin);
    }

    @Override
    public void makeFolder(AthleteId athlete) {
        folder = Folder.THERE;
    }

    @Override
    public String addKey(AthleteId athlete, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a token's name must have 1 to 60 printable characters, such as phone");
        }
        withKey(name, Optional.empty());
        return "fl_" + "A".repeat(43);
    }

    @Override
    public boolean endKey(AthleteId athlete, String id) {
        return keys.removeIf(key -> key.id().equals(id));
    }
}
