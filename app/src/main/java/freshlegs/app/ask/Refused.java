package freshlegs.app.ask;

import freshlegs.app.problem.Problem;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Why PostgreSQL did not answer a query, where in it, and what to do, in one sentence. */
final class Refused {
    private static final String NO_TABLE = "42P01";
    private static final String NO_COLUMN = "42703";
    private static final String NO_SYNTAX = "42601";
    private static final String NOT_ALLOWED = "42501";
    private static final String READ_ONLY = "25006";
    private static final String TOOK_TOO_LONG = "57014";

    private Refused() {}

    /** {@code before} counts the characters that were sent before the query. */
    static Problem because(SQLException e, String sql, int before, List<String> views) {
        Optional<ServerErrorMessage> told = Optional.of(e)
                .filter(PSQLException.class::isInstance)
                .map(error -> ((PSQLException) error).getServerErrorMessage());
        String message = told.map(ServerErrorMessage::getMessage)
                .orElseGet(() -> String.valueOf(e.getMessage()))
                .replaceAll("\\s+", " ");
        String place = told.map(ServerErrorMessage::getPosition)
                .filter(position -> position > before)
                .map(position -> place(sql, position - before))
                .orElse("");
        String hint = told.map(ServerErrorMessage::getHint)
                .map(text -> " " + text.replaceAll("\\s+", " "))
                .orElse("");
        return Problem.failed(
                "PostgreSQL says: " + message + place + "; " + fix(String.valueOf(e.getSQLState()), views) + "." + hint,
                e);
    }

    private static String place(String sql, int position) {
        String read = sql.substring(0, Math.min(position - 1, sql.length()));
        int line = 1 + (int) read.chars().filter(c -> c == '\n').count();
        return " (line " + line + ", character " + (read.length() - read.lastIndexOf('\n')) + ")";
    }

    private static String fix(String state, List<String> views) {
        return switch (state) {
            case NO_TABLE -> "the views are " + String.join(", ", views);
            case NO_COLUMN -> "`freshlegs sql --view NAME` lists the columns of a view";
            case NO_SYNTAX -> "what can be asked is one query: SELECT, WITH, VALUES or TABLE";
            case NOT_ALLOWED, READ_ONLY ->
                "nothing can be written here, and only the views of schema analytics be read";
            case TOOK_TOO_LONG -> "ask for less, or give it longer with --timeout";
            default -> "mend the query and ask again";
        };
    }
}
