@NullMarked
package org.interactionhub.events;

import org.jspecify.annotations.NullMarked;
