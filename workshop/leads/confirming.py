"""The proof that an e-mail address is somebody's: what stands in the link that is mailed there."""

import hashlib
import hmac
import time

from workshop.leads.lead import LeadRow

DAYS = 7
"""For so long the link works."""


def proof_of(receipt: str, email: str, secret: str) -> str:
    """Belongs to this lead and this address: where the address is put right, an older link proves nothing."""
    named = f"confirm\0{receipt}\0{email}".encode()
    return hmac.new(secret.encode(), named, hashlib.sha256).hexdigest()[:32]


def is_proof(proof: str, lead: LeadRow, secret: str) -> bool:
    """Whether it is the one that was mailed, and not too long ago."""
    is_late = time.time() * 1000 - lead.created_at > DAYS * 24 * 3600 * 1000
    right = proof_of(lead.receipt, lead.email, secret)
    return bool(lead.email) and not is_late and hmac.compare_digest(proof.encode(), right.encode())
