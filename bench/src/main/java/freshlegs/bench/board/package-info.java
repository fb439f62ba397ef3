/** The coach's board, read over and over. */
@NullMarked
package freshlegs.bench.board;

import org.jspecify.annotations.NullMarked;
