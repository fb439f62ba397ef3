/** What people say of a plan as they write it, the facts that it becomes, and the plan as they read it. */
@NullMarked
package freshlegs.app.plan;

import org.jspecify.annotations.NullMarked;
