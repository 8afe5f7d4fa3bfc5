// loop PORT INQ OUTQ PGCONN BATCH COUNT PREFETCH : consume -> 1 tx (inbox, saga, outbox) via libpq pipeline -> publish+confirm -> ack
#include "common.h"
#include <unistd.h>
#include <libpq-fe.h>
static PGconn*pg;
static void pck(PGresult*r,const char*m){ExecStatusType s=PQresultStatus(r);if(s!=PGRES_COMMAND_OK&&s!=PGRES_TUPLES_OK&&s!=PGRES_PIPELINE_SYNC){fprintf(stderr,"%s: %s %s\n",m,PQresStatus(s),PQerrorMessage(pg));exit(7);}}
int main(int ac,char**av){
 int port=atoi(av[1]);const char*in=av[2],*out=av[3];int B=atoi(av[5]);long N=atol(av[6]);int P=atoi(av[7]);
 amqp_connection_state_t c=conn_open("127.0.0.1",port,60),pc=conn_open("127.0.0.1",port,60);
 declare_q(pc,out,"quorum",0,0);amqp_confirm_select(pc,1);ck(pc,"confirm");
 pg=PQconnectdb(av[4]);if(PQstatus(pg)!=CONNECTION_OK)die(PQerrorMessage(pg));
 PQclear(PQprepare(pg,"inbox","INSERT INTO inbox(consumer,message_id) VALUES('loop',$1) ON CONFLICT DO NOTHING",0,0));
 PQclear(PQprepare(pg,"sel","SELECT id,version,state FROM saga WHERE id=$1 FOR UPDATE",0,0));
 PQclear(PQprepare(pg,"upd","UPDATE saga SET version=version+1,state=$2 WHERE id=$1",0,0));
 PQclear(PQprepare(pg,"outb","INSERT INTO outbox(message_id,exchange,routing_key,body) VALUES($1,'ex','rk',$2)",0,0));
 PQclear(PQprepare(pg,"begin","BEGIN",0,0));PQclear(PQprepare(pg,"commit","COMMIT",0,0));
 if(!PQenterPipelineMode(pg))die("pipeline");
 amqp_basic_qos(c,1,0,P,0);ck(c,"qos");
 char body[1025];memset(body,'x',1024);body[1024]=0;amqp_bytes_t bb={1024,body};
 amqp_basic_properties_t p;memset(&p,0,sizeof p);p._flags=AMQP_BASIC_DELIVERY_MODE_FLAG|AMQP_BASIC_MESSAGE_ID_FLAG;p.delivery_mode=2;
 amqp_basic_consume(c,1,amqp_cstring_bytes(in),amqp_empty_bytes,0,0,0,amqp_empty_table);ck(c,"consume");
 long done=0,pubseq=0;double t0=now(),c0=cpu(),tpg=0,tpub=0,tcon=0;static long run;run=(long)time(0)*1000+getpid()%1000;
 while(done<N){
  int k=0;uint64_t last=0;double a=now();
  while(k<B){amqp_envelope_t e;struct timeval tv={k?0:20,k?2000:0};amqp_maybe_release_buffers(c);
   amqp_rpc_reply_t r=amqp_consume_message(c,&e,&tv,0);
   if(r.reply_type!=AMQP_RESPONSE_NORMAL){if(r.library_error==AMQP_STATUS_TIMEOUT&&k)break;fprintf(stderr,"consume %s\n",amqp_error_string2(r.library_error));return 3;}
   last=e.delivery_tag;amqp_destroy_envelope(&e);k++;}
  double b=now();
  PQsendQueryPrepared(pg,"begin",0,0,0,0,0);
  for(int i=0;i<k;i++){char id[48],sg[16];snprintf(id,48,"%ld-%010ld",run,done+i);snprintf(sg,16,"%ld",1+(done+i)%10000);
   const char*v1[]={id},*v2[]={sg},*v3[]={sg,"running"},*v4[]={id,body};
   PQsendQueryPrepared(pg,"inbox",1,v1,0,0,0);PQsendQueryPrepared(pg,"sel",1,v2,0,0,0);
   PQsendQueryPrepared(pg,"upd",2,v3,0,0,0);PQsendQueryPrepared(pg,"outb",2,v4,0,0,0);}
  PQsendQueryPrepared(pg,"commit",0,0,0,0,0);PQpipelineSync(pg);
  for(int i=0;i<4*k+2;i++){PGresult*r=PQgetResult(pg);pck(r,"stmt");PQclear(r);r=PQgetResult(pg);if(r)die("extra");}
  {PGresult*r=PQgetResult(pg);pck(r,"sync");PQclear(r);}
  double d=now();
  for(int i=0;i<k;i++){char id[48];snprintf(id,48,"%ld-%010ld",run,done+i);p.message_id=amqp_cstring_bytes(id);
   if(amqp_basic_publish(pc,1,amqp_empty_bytes,amqp_cstring_bytes(out),1,0,&p,bb))die("publish");pubseq++;}
  long need=k;static uint8_t seen[1<<20];long base=pubseq-k;memset(seen,0,k+1);
  while(need>0){amqp_frame_t f;amqp_maybe_release_buffers(pc);if(amqp_simple_wait_frame(pc,&f))die("wait");
   if(f.frame_type!=AMQP_FRAME_METHOD)continue;
   if(f.payload.method.id!=AMQP_BASIC_ACK_METHOD)die(amqp_method_name(f.payload.method.id));
   amqp_basic_ack_t*x=f.payload.method.decoded;long g=x->delivery_tag-base;
   if(x->multiple){for(long i=1;i<=g;i++)if(!seen[i]){seen[i]=1;need--;}}else if(!seen[g]){seen[g]=1;need--;}}
  amqp_basic_ack(c,1,last,1);
  double e=now();tcon+=b-a;tpg+=d-b;tpub+=e-d;done+=k;
 }
 double t1=now();
 struct rusage use;getrusage(RUSAGE_SELF,&use);
 printf("loop B=%d P=%d N=%ld rate=%.0f/s seconds=%.2f cpu=%.1fus peak=%ldMB  consume=%.0f%% pg=%.0f%% pub+confirm=%.0f%%\n",B,P,done,done/(t1-t0),t1-t0,(cpu()-c0)*1e6/done,use.ru_maxrss/1024,100*tcon/(t1-t0),100*tpg/(t1-t0),100*tpub/(t1-t0));
 amqp_channel_close(c,1,AMQP_REPLY_SUCCESS);amqp_connection_close(c,AMQP_REPLY_SUCCESS);amqp_connection_close(pc,AMQP_REPLY_SUCCESS);return 0;}
