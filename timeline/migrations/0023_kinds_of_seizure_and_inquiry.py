"""Know two more kinds of event: a seizure of property and an investigation."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0022_sources_of_rows'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='event',
            name='event_kind_known',
        ),
        migrations.AlterField(
            model_name='event',
            name='kind',
            field=models.CharField(choices=[('phone_call', 'Phone call'), ('video_call', 'Video call'), ('conversation', 'Conversation'), ('meeting', 'Meeting'), ('meeting_third_place', 'Meeting elsewhere'), ('visit', 'Visit'), ('state_visit', 'State visit'), ('summit_multilateral', 'Summit'), ('negotiation', 'Negotiation'), ('mediation', 'Mediation'), ('announced_meeting', 'Meeting announced'), ('offer', 'Offer'), ('agreement_in_principle', 'Agreement in principle'), ('treaty_signed', 'Treaty signed'), ('ratified', 'Ratification'), ('recognition', 'Recognition'), ('ties_established', 'Ties established'), ('ties_restored', 'Ties restored'), ('praise_support', 'Support'), ('apology', 'Apology'), ('concession', 'Concession'), ('ceasefire_declared', 'Ceasefire declared'), ('ceasefire_in_force', 'Ceasefire in force'), ('prisoner_release', 'Prisoners released'), ('sanctions_eased', 'Sanctions eased'), ('troops_withdrawn', 'Troops withdrawn'), ('aid', 'Aid'), ('economic_cooperation', 'Economic cooperation'), ('military_cooperation', 'Military cooperation'), ('extradition', 'Extradition'), ('request', 'Request'), ('demand', 'Demand'), ('protest_note', 'Protest note'), ('ambassador_summoned', 'Ambassador summoned'), ('criticism', 'Criticism'), ('accusation', 'Accusation'), ('investigation', 'Investigation'), ('denial', 'Denial'), ('court_case', 'Court case'), ('refusal', 'Refusal'), ('meeting_cancelled', 'Meeting called off'), ('threat', 'Threat'), ('warning', 'Warning'), ('ultimatum', 'Ultimatum'), ('ambassador_recalled', 'Ambassador recalled'), ('diplomats_expelled', 'Diplomats expelled'), ('ties_downgraded', 'Ties downgraded'), ('ties_broken', 'Ties broken'), ('sanctions_imposed', 'Sanctions'), ('tariffs_imposed', 'Tariffs'), ('border_closed', 'Border closed'), ('person_arrested', 'Arrest'), ('property_seized', 'Seizure'), ('deportation', 'Deportation'), ('force_posture', 'Show of force'), ('cyber', 'Cyberattack'), ('armed_clash', 'Clash'), ('strike', 'Strike'), ('invasion', 'Invasion'), ('attack', 'Attack'), ('capture_of_leader', 'Leader captured')], max_length=32),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['phone_call', 'video_call', 'conversation', 'meeting', 'meeting_third_place', 'visit', 'state_visit', 'summit_multilateral', 'negotiation', 'mediation', 'announced_meeting', 'offer', 'agreement_in_principle', 'treaty_signed', 'ratified', 'recognition', 'ties_established', 'ties_restored', 'praise_support', 'apology', 'concession', 'ceasefire_declared', 'ceasefire_in_force', 'prisoner_release', 'sanctions_eased', 'troops_withdrawn', 'aid', 'economic_cooperation', 'military_cooperation', 'extradition', 'request', 'demand', 'protest_note', 'ambassador_summoned', 'criticism', 'accusation', 'investigation', 'denial', 'court_case', 'refusal', 'meeting_cancelled', 'threat', 'warning', 'ultimatum', 'ambassador_recalled', 'diplomats_expelled', 'ties_downgraded', 'ties_broken', 'sanctions_imposed', 'tariffs_imposed', 'border_closed', 'person_arrested', 'property_seized', 'deportation', 'force_posture', 'cyber', 'armed_clash', 'strike', 'invasion', 'attack', 'capture_of_leader'])), name='event_kind_known'),
        ),
    ]
