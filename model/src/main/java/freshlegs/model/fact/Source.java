package freshlegs.model.fact;

import java.util.Optional;

/** The file that a recording was read from. */
public record Source(Format format, Optional<FileId> fileId, Optional<Salvage> salvage) {
    /** A whole FIT file without a name of its own. */
    public static final Source NAMELESS_FIT = new Source(Format.FIT, Optional.empty(), Optional.empty());
}
