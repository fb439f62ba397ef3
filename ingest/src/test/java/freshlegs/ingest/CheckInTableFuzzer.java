package freshlegs.ingest;

import freshlegs.model.AthleteId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Looks for tables of check-ins that break their reader or that it takes and cannot write; whatever is thrown is a finding. */
public final class CheckInTableFuzzer {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private CheckInTableFuzzer() {}

    public static void fuzzerTestOneInput(byte[] content) {
        CheckInCsv.Parsed parsed = CheckInCsv.read(new String(content, StandardCharsets.UTF_8), ANNA, NOW, NOW);
        String again = CheckInCsv.write(parsed.checkIns());
        if (!CheckInCsv.read(again, ANNA, NOW, NOW).problems().isEmpty()) {
            throw new IllegalStateException("what was taken is not taken again: " + again);
        }
    }
}
