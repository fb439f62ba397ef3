package freshlegs.model.fact;

import java.time.LocalDate;

/** Points at one revision of one fact of an athlete. */
public record FactRef(FactKind kind, LocalDate localDate, String factId, String revision) {}
