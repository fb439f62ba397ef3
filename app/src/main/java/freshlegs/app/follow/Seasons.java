package freshlegs.app.follow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a season of each fate, as an athlete who follows the plan lives it: {@code <athlete>/*.fit}, {@code <athlete>/checkins.csv}
 * and, in {@code plans.sh}, the commands that make the same plans in the product. Equal arguments give equal bytes.
 */
public final class Seasons {
    public static final String SCRIPT = "plans.sh";

    private Seasons() {}

    public static List<FollowedSeason> write(long seed, LocalDate lastDay, Path out) throws IOException {
        Milestones milestones = Milestones.until(lastDay);
        List<FollowedSeason> seasons;
        try {
            seasons = List.of(Fate.values()).parallelStream()
                    .map(fate -> season(fate, milestones, seed, out))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        List<String> lines = new ArrayList<>(List.of("#!/bin/sh", "# Run it in this folder.", "set -e"));
        seasons.forEach(season -> lines.addAll(new SeasonScript(season).lines()));
        Files.writeString(out.resolve(SCRIPT), String.join("\n", lines) + "\n");
        return seasons;
    }

    /** Of one fate. */
    public static FollowedSeason season(Fate fate, Milestones milestones, long seed, Path out) {
        try {
            return Follower.follow(
                    fate, milestones, seed, out.resolve(fate.athlete().value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
