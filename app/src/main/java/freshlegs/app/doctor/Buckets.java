package freshlegs.app.doctor;

import freshlegs.app.problem.Problem;
import freshlegs.app.service.Backing;
import freshlegs.ingest.original.OriginalFiles;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where original files are kept, and whether the bucket has what it should have. */
final class Buckets {
    private static final int MOST = 20;
    private static final String SETTINGS = "FRESHLEGS_ORIGINALS and the settings named like it";

    private Buckets() {}

    static List<Finding> originals(Site site) {
        try (OriginalFiles originals = Backing.originals(site.settings())) {
            return originals.isInBucket()
                    ? bucket(site, originals)
                    : List.of(Finding.ok("Original files are kept in the data folder."));
        } catch (Problem e) {
            return List.of(Finding.problem(String.valueOf(e.getMessage()), "set both, or neither and no bucket"));
        }
    }

    private static List<Finding> bucket(Site site, OriginalFiles originals) {
        try {
            originals.check();
        } catch (IOException e) {
            return List.of(Finding.problem(
                    "Original files stay on this disk: " + e.getMessage() + ".",
                    "see that the storage runs and that " + SETTINGS
                            + " are right; what waits is handed on by itself"));
        }
        List<Finding> findings = new ArrayList<>();
        findings.addAll(owed(site, originals));
        findings.addAll(versions(originals));
        return findings.isEmpty()
                ? List.of(Finding.ok("Original files are kept in " + originals.where() + ", which has all of them."))
                : findings;
    }

    private static List<Finding> owed(Site site, OriginalFiles originals) {
        try {
            Instant since = site.clock().instant().minus(site.limits().waiting());
            int owed = originals.owedSince(since, MOST).size();
            return owed == 0
                    ? List.of()
                    : List.of(Finding.problem(
                            (owed == MOST ? "At least " : "") + owed + " original file(s) lie on this disk alone.",
                            site.isHeld()
                                    ? "look at the log for why they are not handed on"
                                    : "start `freshlegs run`, or `freshlegs ingest` where the parts run apart"));
        } catch (IOException e) {
            return List.of(Finding.notAsked("What the bucket lacks cannot be told: " + e.getMessage() + "."));
        }
    }

    /** Not every storage answers this. */
    private static List<Finding> versions(OriginalFiles originals) {
        try {
            return originals.keepsVersions()
                    ? List.of(Finding.warning(
                            originals.where() + " keeps versions, so what is erased stays there as an older one.",
                            "let a rule of the bucket remove older versions within the days that you promise"))
                    : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
