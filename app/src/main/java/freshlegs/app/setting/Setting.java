package freshlegs.app.setting;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One thing that can be set: by an option (when it has one), else by its environment variable, else in
 * the settings file under its name, else as {@code standard}.
 * {@code reader} turns its text into what the program works with, or says in its exception what would have been right.
 */
public final class Setting<T> {
    private final String name;
    private final Optional<String> option;
    private final String kind;
    private final String standard;
    private final String sentence;
    private final Function<String, T> reader;
    private final Secrecy secrecy;

    Setting(
            String name,
            Optional<String> option,
            String kind,
            String standard,
            String sentence,
            Function<String, T> reader) {
        this(name, option, kind, standard, sentence, reader, Secrecy.OPEN);
    }

    private Setting(
            String name,
            Optional<String> option,
            String kind,
            String standard,
            String sentence,
            Function<String, T> reader,
            Secrecy secrecy) {
        this.name = name;
        this.option = option;
        this.kind = kind;
        this.standard = standard;
        this.sentence = sentence;
        this.reader = reader;
        this.secrecy = secrecy;
    }

    /** The same, of which not everything is shown. */
    Setting<T> kept(Secrecy as) {
        return new Setting<>(name, option, kind, standard, sentence, reader, as);
    }

    public static List<Setting<?>> all() {
        return Stream.concat(Catalogue.ALL.stream(), LimitSettings.all().stream())
                .toList();
    }

    public String name() {
        return name;
    }

    /** The environment variable, made from the name. */
    public String variable() {
        return "FRESHLEGS_" + name.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }

    public Optional<String> option() {
        return option;
    }

    /** What its text must look like. */
    public String kind() {
        return kind;
    }

    /** The text it has unless set; empty when there is none. */
    public String standard() {
        return standard;
    }

    public String sentence() {
        return sentence;
    }

    /** A text of it as people may see it. */
    public String shown(String text) {
        return secrecy.shown(text);
    }

    /** Whether there is something in the text that nobody may see. */
    public boolean hides(String text) {
        return !shown(text).equals(text);
    }

    T read(String text) {
        return reader.apply(text);
    }

    @Override
    public String toString() {
        return name;
    }
}
