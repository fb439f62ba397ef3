package freshlegs.app.cli;

import freshlegs.app.deadletter.DeadLetter;
import freshlegs.app.deadletter.Diagnosis;
import freshlegs.app.deadletter.Letter;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** A dead letter as a person reads it. */
record LetterSheet(PrintStream out) {
    private static final String STACK_TRACE = "__streams.errors.stacktrace";

    void line(String name, String said) {
        out.println(String.format(Locale.ROOT, "%-11s %s", name, said));
    }

    void head(DeadLetter letter) {
        line("id", letter.id());
        line("stopped in", letter.kind().key());
        line("state", letter.state().key());
        line("at", letter.at() + (letter.times() > 1 ? ", and again, " + letter.times() + " times in all" : ""));
        line("stood at", letter.place().toString());
        line("athlete", letter.athlete().isEmpty() ? "not known" : letter.athlete());
        line("cause", letter.cause());
        letter.note().ifPresent(note -> {
            line("handled", note.at() + " by " + note.by() + ": " + note.why());
            note.replayedAs().ifPresent(as -> line("came as", as));
        });
    }

    void stored(Letter stored) {
        line("key", stored.keyText().replaceAll("\\p{C}", "?"));
        for (Map.Entry<String, String> header : stored.headers().entrySet()) {
            if (!header.getKey().equals(STACK_TRACE)) {
                line("header", header.getKey() + "=" + header.getValue().replaceAll("\\p{C}", " "));
            }
        }
    }

    void diagnosis(Letter stored, Diagnosis diagnosis) {
        String wrong = diagnosis.fault().orElseGet(() -> diagnosis
                .key()
                .filter(key -> !key.equals(stored.keyText()))
                .map(key -> "its content belongs under the key " + key)
                .orElse("nothing that this version of the program can see: replay it"));
        line("wrong", wrong);
    }

    void content(byte[] bytes) {
        line("holds", bytes.length + " bytes:");
        out.println(Content.forPeople(bytes));
    }
}
