/** Results for people, spreadsheets and programs, read from the published views. */
@NullMarked
package freshlegs.app.output;

import org.jspecify.annotations.NullMarked;
