/** The routes, their headers and the files they need; no other host is ever asked. */
@NullMarked
package freshlegs.coach.web;

import org.jspecify.annotations.NullMarked;
