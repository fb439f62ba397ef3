package freshlegs.app.cli;

import freshlegs.model.AthleteId;
import freshlegs.model.Sex;
import freshlegs.model.fact.Profile;
import freshlegs.model.json.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a simulated squad's table says of its athletes; empty cells are unknown. */
final class SquadProfiles {
    private SquadProfiles() {}

    static List<Profile> read(Path table, Instant now) {
        try {
            List<String> lines = Files.readAllLines(table);
            List<String> columns = List.of(lines.get(0).split(",", -1));
            return lines.stream()
                    .skip(1)
                    .map(line -> profile(cells(columns, line), now))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + table, e);
        }
    }

    private static Map<String, String> cells(List<String> columns, String line) {
        String[] cells = line.split(",", -1);
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            named.put(columns.get(i), cells[i]);
        }
        return named;
    }

    private static Profile profile(Map<String, String> cells, Instant now) {
        return profile(cells, Revision.of(profile(cells, "", Instant.EPOCH)), now);
    }

    private static Profile profile(Map<String, String> cells, String revision, Instant ingestedAt) {
        return new Profile(
                AthleteId.of(cells.getOrDefault("athlete", "")),
                Profile.SINCE_EVER,
                revision,
                ingestedAt,
                Instant.EPOCH,
                text(cells, "zone").map(ZoneId::of),
                text(cells, "sex").map(sex -> Sex.valueOf(sex.toUpperCase(Locale.ROOT))),
                number(cells, "birth_year"),
                number(cells, "resting_hr"),
                number(cells, "max_hr"),
                number(cells, "threshold_hr"),
                number(cells, "threshold_pace"));
    }

    private static Optional<String> text(Map<String, String> cells, String column) {
        return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isEmpty());
    }

    private static OptionalInt number(Map<String, String> cells, String column) {
        return text(cells, column)
                .map(cell -> OptionalInt.of(Integer.parseInt(cell)))
                .orElseGet(OptionalInt::empty);
    }
}
