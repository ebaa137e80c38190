package org.jfpmonitor.publication.original;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;

/**
 * Gives out the file of a delivery as it arrived, and records to whom. A file that may
 * hold rows of persons or small numbers is not given out: whoever may read the data
 * folder of the service has it there.
 */
public interface Originals {

	/** Why the file is given to nobody, in a sentence or two; null where it is given. */
	@Nullable String withheld(Delivery delivery);

	/**
	 * The file, under the name by which it arrived.
	 * @throws NoOriginal when it is given to nobody or is no longer there
	 */
	ResponseEntity<Resource> answer(Delivery delivery, HttpServletRequest request);

}
