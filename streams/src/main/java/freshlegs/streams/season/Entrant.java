package freshlegs.streams.season;

import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.FileDecision.Verdict;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A recording that takes part in the grouping: the files that hold it, first come first, and what is decided about them. */
record Entrant(Candidate candidate, List<Delivery> files, Optional<FileDecision> decision) {
    /**
     * Who leads: what a person decided to keep, latest decision first, then what could be analysed, then the richest, and among
     * equally rich ones the order of their content.
     */
    static final Comparator<Entrant> LEADING = Comparator.comparing(Entrant::keptAt)
            .thenComparing(Entrant::keptRevision)
            .thenComparing(entrant -> entrant.candidate.analysed())
            .thenComparing(entrant -> entrant.candidate.rank())
            .thenComparing(entrant -> entrant.candidate.revision())
            .thenComparing(entrant -> entrant.candidate.factId())
            .reversed();

    Entrant {
        files = List.copyOf(files);
    }

    boolean isSplit() {
        return decision.filter(made -> made.verdict() == Verdict.SPLIT).isPresent();
    }

    boolean isKeptByDecision() {
        return kept().isPresent();
    }

    /** What lay in one file together, such as the legs of a triathlon, is never copies of one another. */
    boolean isCopyOf(Entrant other) {
        if (!candidate.isLike(other.candidate)) {
            return false;
        }
        return candidate.factId().equals(other.candidate.factId()) || !sharesFileWith(other);
    }

    Optional<String> path() {
        return files.stream().findFirst().map(Delivery::path);
    }

    private boolean sharesFileWith(Entrant other) {
        return !Collections.disjoint(fileIds(), other.fileIds());
    }

    private Set<String> fileIds() {
        return files.stream().map(Delivery::factId).collect(Collectors.toSet());
    }

    private Optional<FileDecision> kept() {
        return decision.filter(made -> made.verdict() == Verdict.KEEP);
    }

    private long keptAt() {
        return kept().map(FileDecision::rank).orElse(Long.MIN_VALUE);
    }

    private String keptRevision() {
        return kept().map(FileDecision::revision).orElse("");
    }
}
