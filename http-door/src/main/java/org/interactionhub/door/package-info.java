/**
 * What every HTTP door of the hub does alike: which hosts it answers to, whose writes it takes, how it says no.
 */
@NullMarked
package org.interactionhub.door;

import org.jspecify.annotations.NullMarked;
