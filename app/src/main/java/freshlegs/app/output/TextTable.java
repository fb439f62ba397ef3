package freshlegs.app.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for people: headings, aligned columns, two spaces between them. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    public TextTable(String... headings) {
        lines.add(List.of(headings));
    }

    /** All of a table, each row in one line. */
    public static TextTable of(Table table) {
        TextTable text = new TextTable(table.columns().toArray(String[]::new));
        table.rows()
                .forEach(row -> text.add(row.stream()
                        .map(cell -> Cells.text(cell).replaceAll("\\p{Cntrl}", " "))
                        .toArray(String[]::new)));
        return text;
    }

    public TextTable add(String... cells) {
        lines.add(List.of(cells));
        return this;
    }

    public boolean isEmpty() {
        return lines.size() == 1;
    }

    /** Numbers stand to the right, words to the left; no line ends in spaces. */
    @Override
    public String toString() {
        List<Integer> widths =
                IntStream.range(0, lines.get(0).size()).mapToObj(this::width).toList();
        List<Boolean> numbers =
                IntStream.range(0, widths.size()).mapToObj(this::isNumeric).toList();
        return lines.stream()
                .map(line -> IntStream.range(0, line.size())
                        .mapToObj(i -> padded(line.get(i), widths.get(i), numbers.get(i)))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private int width(int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }

    private boolean isNumeric(int column) {
        return lines.stream().skip(1).map(line -> line.get(column)).allMatch(cell -> cell.matches("[-+0-9.:]*"));
    }

    private static String padded(String cell, int width, boolean right) {
        String space = " ".repeat(width - cell.length());
        return right ? space + cell : cell + space;
    }
}
