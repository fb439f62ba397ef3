package freshlegs.app.plan;

/** Text broken into lines of at most 100 characters, each after the first as far in as {@code indent}. */
final class Wrapped {
    private static final int WIDTH = 100;

    private Wrapped() {}

    /** {@code first} stands before the first line, and is as long as what stands before the others. */
    static String text(String first, String text) {
        String indent = " ".repeat(first.length());
        StringBuilder lines = new StringBuilder(first);
        int column = first.length();
        boolean empty = true;
        for (String word : text.strip().split(" +", -1)) {
            if (!empty && column + 1 + word.length() > WIDTH) {
                lines.append('\n').append(indent);
                column = indent.length();
                empty = true;
            }
            lines.append(empty ? "" : " ").append(word);
            column += word.length() + (empty ? 0 : 1);
            empty = false;
        }
        return lines.append('\n').toString();
    }
}
