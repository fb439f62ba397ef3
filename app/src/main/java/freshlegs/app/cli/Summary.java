package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.model.result.FileOutcome.Outcome;
import java.util.List;

/** How many files came to which end. */
record Summary(long imported, long duplicate, long setAside, long failed) {

    static final Summary NONE = new Summary(0, 0, 0, 0);

    static Summary of(Outcome outcome, long files) {
        return switch (outcome) {
            case IMPORTED -> new Summary(files, 0, 0, 0);
            case DUPLICATE -> new Summary(0, files, 0, 0);
            case SET_ASIDE -> new Summary(0, 0, files, 0);
            case FAILED -> new Summary(0, 0, 0, files);
        };
    }

    Summary plus(Summary other) {
        return new Summary(
                imported + other.imported,
                duplicate + other.duplicate,
                setAside + other.setAside,
                failed + other.failed);
    }

    long files() {
        return imported + duplicate + setAside + failed;
    }

    static Summary of(List<FileReport> files) {
        return new Summary(
                count(files, Outcome.IMPORTED),
                count(files, Outcome.DUPLICATE),
                count(files, Outcome.SET_ASIDE),
                count(files, Outcome.FAILED));
    }

    ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("imported", imported)
                .put("duplicate", duplicate)
                .put("setAside", setAside)
                .put("failed", failed);
    }

    @Override
    public String toString() {
        return "imported " + imported + ", duplicate " + duplicate + ", set aside " + setAside + ", failed " + failed;
    }

    private static long count(List<FileReport> files, Outcome outcome) {
        return files.stream().filter(file -> file.outcome() == outcome).count();
    }
}
