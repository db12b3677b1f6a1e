"""The proof that an e-mail address is somebody's: what stands in the link that is mailed there."""

import hashlib
import hmac

from workshop.leads.lead import LeadRow


def proof_of(lead: LeadRow, secret: str) -> str:
    """Belongs to this lead and this address: where the address is put right, an older link proves nothing."""
    named = f"confirm\0{lead.receipt}\0{lead.email}".encode()
    return hmac.new(secret.encode(), named, hashlib.sha256).hexdigest()[:32]


def is_proof(proof: str, lead: LeadRow, secret: str) -> bool:
    """Whether it is the one that was mailed."""
    return bool(lead.email) and hmac.compare_digest(proof.encode(), proof_of(lead, secret).encode())
